import { SUGGESTION_MIN_CHARS } from "#lib/core/duplicates/version";
import type { CoPost } from "#lib/core/spread/co-posting";
import type { Tx } from "#lib/data/client";
import { COPIED_WORDINGS, type Period, within } from "#lib/data/spread/scope";
import { Prisma } from "#prisma/generated/client";

/** Whose posts may tie accounts to one another: everybody's under a hashtag, or everybody's with a phrasing. */
export type CoPostScope = { kind: "hashtag" | "phrasing"; id: string };

/** Posts that one question reads, at most: the newest. */
export const MAX_CO_POSTS = 300_000;

const ID_CHARS = 36;

/**
 * Original posts of a scope whose phrasing others have, too. Without reposts, unknown authors, and texts that are too
 * short without their formulas to be compared (lib/core/duplicates/version.ts). Comes as one text: `phrasing` and behind
 * it `account` and milliseconds of each post, because 300,000 rows would take seconds to be read.
 * @returns at most `MAX_CO_POSTS`, and whether those were not all.
 */
export async function readCoPosts(
  tx: Tx,
  scope: CoPostScope,
  period: Period,
): Promise<{ posts: CoPost[]; isCut: boolean }> {
  const [row] = await tx.$queryRaw<{ written: string | null; seen: number }[]>`
    WITH s AS MATERIALIZED (${rowsOf(scope, period)})
    SELECT string_agg(phrasing_id || posts, ';') AS written, (SELECT count(*)::int FROM s) AS seen
      FROM (SELECT c.phrasing_id, string_agg(
                     s.account_id || coalesce((extract(epoch FROM s.posted_at) * 1000)::bigint::text, ''), ',') AS posts
              FROM s JOIN (${COPIED_WORDINGS} AND length(w.body) >= ${SUGGESTION_MIN_CHARS}) c ON c.id = s.wording_id
             WHERE s.account_id IS NOT NULL AND NOT s.is_repost
             GROUP BY c.phrasing_id HAVING count(*) > 1) t`;
  return { posts: readPosts(row?.written ?? ""), isCut: (row?.seen ?? 0) >= MAX_CO_POSTS };
}

function readPosts(written: string): CoPost[] {
  const accounts = new Map<string, string>();
  const posts: CoPost[] = [];
  for (const group of written === "" ? [] : written.split(";")) {
    const phrasing = group.slice(0, ID_CHARS);
    for (const post of group.slice(ID_CHARS).split(",")) {
      const id = post.slice(0, ID_CHARS);
      const account = accounts.get(id) ?? id;
      accounts.set(id, account);
      posts.push({ account, phrasing, atMs: post.length > ID_CHARS ? Number(post.slice(ID_CHARS)) : null });
    }
  }
  return posts;
}

function rowsOf({ kind, id }: CoPostScope, period: Period): Prisma.Sql {
  if (kind === "hashtag") {
    return Prisma.sql`
      SELECT h.account_id, h.posted_at, h.wording_id, h.is_repost FROM post_hashtag h
       WHERE h.hashtag_id = ${id}::uuid ${within("h", period)} ORDER BY h.posted_at DESC LIMIT ${MAX_CO_POSTS}`;
  }
  return Prisma.sql`
    SELECT p.account_id, p.posted_at, p.wording_id, is_repost(p.text) AS is_repost FROM post p
     WHERE p.wording_id IN (SELECT id FROM wording WHERE phrasing_id = ${id}::uuid) ${within("p", period)}
     ORDER BY p.posted_at DESC LIMIT ${MAX_CO_POSTS}`;
}
