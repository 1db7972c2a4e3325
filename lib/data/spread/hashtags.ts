import { foldHashtag } from "#lib/core/text/fold";
import type { Db } from "#lib/data/client";
import { type Period, within } from "#lib/data/spread/scope";
import { Prisma } from "#prisma/generated/client";

export type HashtagRow = { id: string; text: string; folded: string };

/** The hashtag of this folded form (lib/core/text/fold.ts), if a post has it. */
export async function findHashtag(db: Db, folded: string): Promise<HashtagRow | null> {
  return db.hashtag.findUnique({ where: { folded } });
}

export type HashtagLine = { text: string; folded: string; posts: number; newestAt: Date | null };

/** One page of hashtags, with the number of all that match. @param q the beginning or a part of one, folded. */
export async function listHashtags(
  db: Db,
  { q, sort, skip, take }: { q: string; sort: "posts" | "newest"; skip: number; take: number },
): Promise<{ rows: HashtagLine[]; total: number }> {
  const matching = q ? Prisma.sql`WHERE strpos(t.folded, ${q}) > 0` : Prisma.empty;
  const order = sort === "newest" ? Prisma.sql`c.newest DESC NULLS LAST, c.posts DESC` : Prisma.sql`c.posts DESC`;
  const rows = await db.$queryRaw<(HashtagLine & { total: number })[]>`
    SELECT t.text, t.folded, c.posts::int AS posts, c.newest AS "newestAt", (count(*) OVER ())::int AS total
      FROM hashtag t
      JOIN (SELECT hashtag_id, count(*) AS posts, max(posted_at) AS newest FROM post_hashtag GROUP BY hashtag_id) c
        ON c.hashtag_id = t.id
      ${matching}
     ORDER BY ${order}, t.folded LIMIT ${take} OFFSET ${skip}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Hashtags that posts with this one have, too, most frequent first. */
export async function listHashtagsBeside(
  db: Db,
  hashtagId: string,
  period: Period,
  take: number,
): Promise<{ text: string; folded: string; posts: number }[]> {
  return db.$queryRaw`
    SELECT t.text, t.folded, c.posts::int AS posts
      FROM (SELECT o.hashtag_id, count(*) AS posts FROM post_hashtag h JOIN post_hashtag o ON o.post_id = h.post_id
             WHERE h.hashtag_id = ${hashtagId}::uuid AND o.hashtag_id <> h.hashtag_id ${within("h", period)}
             GROUP BY o.hashtag_id ORDER BY count(*) DESC LIMIT ${take}) c
      JOIN hashtag t ON t.id = c.hashtag_id
     ORDER BY c.posts DESC, t.folded`;
}

/** Hashtags of an account's posts, most frequent first. */
export async function listHashtagsOfAccount(
  db: Db,
  accountId: string,
  period: Period,
  take: number,
): Promise<{ text: string; folded: string; posts: number }[]> {
  return db.$queryRaw`
    SELECT t.text, t.folded, count(*)::int AS posts
      FROM post p JOIN post_hashtag h ON h.post_id = p.id JOIN hashtag t ON t.id = h.hashtag_id
     WHERE p.account_id = ${accountId}::uuid ${within("p", period)}
     GROUP BY t.id ORDER BY count(*) DESC, t.folded LIMIT ${take}`;
}

/** Sources that were captured as this hashtag, however it was spelled (`#مقاطعة`, `#مقاطعه`). */
export async function findHashtagSources(db: Db, folded: string): Promise<string[]> {
  const sources = await db.source.findMany({ where: { kind: "hashtag" }, select: { id: true, platformId: true } });
  return sources
    .filter(({ platformId }) => platformId !== null && foldHashtag(platformId) === folded)
    .map(({ id }) => id);
}

/** How many posts of the hashtag these captures saw between them. */
export async function countSeenIn(db: Db, hashtagId: string, captureIds: readonly string[]): Promise<number> {
  if (captureIds.length === 0) return 0;
  const [row] = await db.$queryRaw<{ posts: number }[]>`
    SELECT count(DISTINCT o.post_id)::int AS posts FROM observation o
      JOIN post_hashtag h ON h.post_id = o.post_id AND h.hashtag_id = ${hashtagId}::uuid
     WHERE o.capture_id = ANY(${[...captureIds]}::uuid[])`;
  return row?.posts ?? 0;
}
