import type { Db } from "#lib/data/client";
import { Prisma } from "#prisma/generated/client";

/** Places of a strip of time: more cannot be told apart on a screen. */
export const STRIP_PLACES = 320;

export type SpreadRow = {
  phrasingId: string;
  first: Date | null;
  last: Date | null;
  posts: number;
  undated: number;
  /** Of `STRIP_PLACES` + 1, those where a post lies, in order. */
  places: number[] | null;
  minute: number;
  hour: number;
  day: number;
  repostsInMinute: number;
  repostsInHour: number;
  repostsInDay: number;
};

const within = (isRepost: boolean, time: string) =>
  Prisma.raw(
    `count(*) FILTER (WHERE ${isRepost ? "" : "NOT "}is_repost AND posted_at <= first + interval '${time}')::int`,
  );

/** When the posts of these phrasings were posted, read from the posts themselves: the cost grows with their number. */
export async function readSpreads(db: Db, phrasingIds: readonly string[]): Promise<SpreadRow[]> {
  if (phrasingIds.length === 0) return [];
  return db.$queryRaw<SpreadRow[]>`
    WITH posts AS MATERIALIZED (
      SELECT w.phrasing_id, p.posted_at, is_repost(p.text) AS is_repost
        FROM wording w JOIN post p ON p.wording_id = w.id
       WHERE w.phrasing_id = ANY(${[...phrasingIds]}::uuid[])
    ), ends AS (
      SELECT phrasing_id, min(posted_at) AS first, max(posted_at) AS last FROM posts GROUP BY phrasing_id
    )
    SELECT phrasing_id AS "phrasingId", first, last, count(*)::int AS posts,
           count(*) FILTER (WHERE posted_at IS NULL)::int AS undated,
           array_agg(DISTINCT round(${STRIP_PLACES} * extract(epoch FROM posted_at - first)
             / greatest(extract(epoch FROM last - first), 0.001))::int) FILTER (WHERE posted_at IS NOT NULL) AS places,
           ${within(false, "1 minute")} AS minute, ${within(true, "1 minute")} AS "repostsInMinute",
           ${within(false, "1 hour")} AS hour, ${within(true, "1 hour")} AS "repostsInHour",
           ${within(false, "1 day")} AS day, ${within(true, "1 day")} AS "repostsInDay"
      FROM ends JOIN posts USING (phrasing_id)
     GROUP BY phrasing_id, first, last`;
}

export type FirstAccountRow = {
  phrasingId: string;
  accountId: string;
  platform: string;
  handle: string;
  name: string | null;
  posts: number;
  first: Date | null;
};

/** The first accounts of each of these phrasings, by their first post of it; `skip` for further pages. */
export async function readFirstAccounts(
  db: Db,
  phrasingIds: readonly string[],
  take: number,
  skip = 0,
): Promise<FirstAccountRow[]> {
  if (phrasingIds.length === 0) return [];
  return db.$queryRaw<FirstAccountRow[]>`
    SELECT f.phrasing_id AS "phrasingId", a.id AS "accountId", a.platform, a.handle, a.display_name AS name,
           f.posts, f.first
      FROM (SELECT w.phrasing_id, p.account_id, count(*)::int AS posts, min(p.posted_at) AS first,
                   row_number() OVER (PARTITION BY w.phrasing_id ORDER BY min(p.posted_at) NULLS LAST, p.account_id) AS place
              FROM wording w JOIN post p ON p.wording_id = w.id
             WHERE w.phrasing_id = ANY(${[...phrasingIds]}::uuid[]) AND p.account_id IS NOT NULL
             GROUP BY w.phrasing_id, p.account_id) f
      JOIN account a ON a.id = f.account_id
     WHERE f.place > ${skip} AND f.place <= ${skip + take}
     ORDER BY f.phrasing_id, f.place`;
}

/** How many posts have exactly these wordings. */
export async function countWordingPosts(
  db: Db,
  wordingIds: readonly string[],
): Promise<{ wordingId: string; posts: number; reposts: number; accounts: number }[]> {
  if (wordingIds.length === 0) return [];
  return db.$queryRaw`
    SELECT wording_id AS "wordingId", count(*)::int AS posts, count(*) FILTER (WHERE is_repost(p.text))::int AS reposts,
           count(DISTINCT account_id)::int AS accounts
      FROM post p WHERE wording_id = ANY(${[...wordingIds]}::uuid[])
     GROUP BY wording_id`;
}
