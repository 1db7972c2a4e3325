import { SUGGESTION_MIN_CHARS } from "#lib/core/duplicates/version";
import type { Db } from "#lib/data/client";
import { type Period, within } from "#lib/data/spread/scope";
import { Prisma } from "#prisma/generated/client";

/** Posts of two accounts that are looked at, at most: the newest. */
export const MAX_PAIR_POSTS = 5_000;

export type PairPostRow = {
  postId: string;
  accountId: string;
  phrasingId: string;
  wordingId: string;
  postedAt: Date | null;
};

/** Which posts of two accounts count; an empty hashtag (folded) is any. */
export type PairScope = { hashtag: string; phrasing: string | undefined; period: Period };

/** The original posts of two accounts whose phrasing both of them have, and whether there are more than are looked at. */
export async function readPairPosts(
  db: Db,
  a: string,
  b: string,
  { hashtag, phrasing, period }: PairScope,
): Promise<{ posts: PairPostRow[]; isCut: boolean }> {
  const underIt = Prisma.sql`
    AND EXISTS (SELECT 1 FROM post_hashtag h JOIN hashtag t ON t.id = h.hashtag_id
                 WHERE h.post_id = p.id AND t.folded = ${hashtag})`;
  const posts = await db.$queryRaw<PairPostRow[]>`
    WITH theirs AS MATERIALIZED (
      SELECT p.id, p.account_id, p.posted_at, p.wording_id, w.phrasing_id FROM post p
        JOIN wording w ON w.id = p.wording_id AND length(w.body) >= ${SUGGESTION_MIN_CHARS}
       WHERE p.account_id IN (${a}::uuid, ${b}::uuid) AND w.phrasing_id IS NOT NULL AND NOT is_repost(p.text)
             ${within("p", period)}
             ${hashtag ? underIt : Prisma.empty}
             ${phrasing ? Prisma.sql`AND w.phrasing_id = ${phrasing}::uuid` : Prisma.empty}
    ), shared AS (
      SELECT phrasing_id FROM theirs GROUP BY phrasing_id HAVING count(DISTINCT account_id) = 2
    )
    SELECT id AS "postId", account_id AS "accountId", phrasing_id AS "phrasingId", wording_id AS "wordingId",
           posted_at AS "postedAt"
      FROM theirs JOIN shared USING (phrasing_id)
     ORDER BY posted_at DESC NULLS LAST, id LIMIT ${MAX_PAIR_POSTS + 1}`;
  return { posts: posts.slice(0, MAX_PAIR_POSTS), isCut: posts.length > MAX_PAIR_POSTS };
}

/** What a page shows of single posts: the words, and the newest capture that holds them. */
export async function readPostTexts(db: Db, ids: readonly string[]) {
  return db.post.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      platform: true,
      canonicalUrl: true,
      text: true,
      language: true,
      postedAt: true,
      availability: true,
      wordingId: true,
      observations: {
        where: { outcome: { in: ["content", "partial"] } },
        orderBy: [{ seenAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { captureId: true, text: true },
      },
    },
  });
}
