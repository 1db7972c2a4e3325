import { db } from "#lib/data/client";
import { findNewestRebuild, insertRebuild, lockRebuilds } from "#lib/data/rebuilds";
import { enqueue } from "#lib/jobs/queue";
import { reindexSearch } from "#lib/jobs/reindex-search";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

/**
 * Asks the worker to rebuild the search index; searches go on meanwhile. One that waits or runs already is enough.
 * @returns the rebuild's id.
 * @throws AppError `not_allowed`.
 */
export async function askReindex(actor: Actor): Promise<{ rebuildId: string }> {
  assertMay(actor, "search.manage");
  return db().$transaction(async (tx) => {
    await lockRebuilds(tx, "search");
    const newest = await findNewestRebuild(tx, "search");
    if (newest?.isUnderWay) return { rebuildId: newest.id };
    const { id } = await insertRebuild(tx, { kind: "search", askedById: actor.id });
    await enqueue(reindexSearch, { rebuildId: id }, tx);
    return { rebuildId: id };
  });
}
