import { copiesStep } from "#lib/core/search/copies-step";
import type { PhrasingPatch } from "#lib/core/search/search-index";
import type { Db } from "#lib/data/client";

/** Ids are small, so many are read at once: each reading sorts all that are left. */
const READ_BATCH = 10_000;
const PATCH_BATCH = 1_000;

/**
 * What the documents of every post of a phrasing say of it, in batches; their texts are not read.
 * A phrasing that is gone has none: whoever took its posts announces the one they went to.
 */
export async function* readPhrasingPatches(db: Db, phrasingId: string): AsyncGenerator<PhrasingPatch[]> {
  let after: string | null = null;
  for (;;) {
    const rows: { id: string; postCount: number }[] = await db.$queryRaw`
      SELECT p.id, f.post_count AS "postCount"
        FROM phrasing f
        JOIN wording w ON w.phrasing_id = f.id
        JOIN post p ON p.wording_id = w.id
       WHERE f.id = ${phrasingId}::uuid AND (${after}::uuid IS NULL OR p.id > ${after}::uuid)
       ORDER BY p.id
       LIMIT ${READ_BATCH}`;
    for (let i = 0; i < rows.length; i += PATCH_BATCH) {
      yield rows
        .slice(i, i + PATCH_BATCH)
        .map(({ id, postCount }) => ({ id: `post:${id}`, phrasingId, copies: copiesStep(postCount) }));
    }
    if (rows.length < READ_BATCH) return;
    after = rows.at(-1)?.id ?? null;
  }
}
