import { SUGGESTION_MIN_CHARS } from "#lib/core/duplicates/version";
import type { Tx } from "#lib/data/client";
import { type Period, within } from "#lib/data/spread/scope";
import { Prisma } from "#prisma/generated/client";

/** Of the account's own posts so many are looked at, the newest … */
export const MAX_OWN_POSTS = 500;
/** … and each is compared with so many of a wording before it, and as many after it. */
export const MAX_OTHERS = 50;

export type AccountTieRow = {
  accountId: string;
  /** Phrasings that both posted within the window, in the order of their ids. */
  phrasings: string[];
  closePairs: number;
  smallestGapMs: number | null;
  /** The phrasing of the two posts that are closest together. */
  example: string;
};

export type AccountTies = {
  rows: AccountTieRow[];
  /** Accounts in all that are tied to it. */
  total: number;
  /** The account has more posts with copied phrasings than were looked at. */
  isCut: boolean;
  /** Somewhere there were more posts within the window than one post is compared with. */
  isBounded: boolean;
};

/**
 * Who posted the same phrasing as one account, within a time of it: what lib/core/spread/co-posting.ts counts, for one
 * account and everybody else, read from the index of posts by wording and time.
 * @param period of the posts on both sides.
 * @param windowMs Infinity looks at no time, and then at posts without one, too.
 */
export async function readAccountTies(
  tx: Tx,
  accountId: string,
  period: Period,
  { windowMs, most }: { windowMs: number; most: number },
): Promise<AccountTies> {
  const isAny = !Number.isFinite(windowMs);
  const span = Prisma.sql`make_interval(secs => ${isAny ? 0 : windowMs / 1000}::float8)`;
  const others = (condition: Prisma.Sql, order: "ASC" | "DESC") => Prisma.sql`
    (SELECT p.account_id, p.posted_at, row_number() OVER () AS place FROM (
       SELECT p.account_id, p.posted_at FROM post p
        WHERE p.wording_id = o.id AND p.account_id <> ${accountId}::uuid AND NOT is_repost(p.text) AND ${condition}
              ${within("p", period)}
        ORDER BY p.posted_at ${Prisma.raw(order)} LIMIT ${MAX_OTHERS}) p)`;
  const rows = await tx.$queryRaw<(AccountTieRow & { total: number; place: number; own: number })[]>`
    WITH mine AS MATERIALIZED (
      SELECT p.posted_at, w.phrasing_id FROM post p
        JOIN wording w ON w.id = p.wording_id AND length(w.body) >= ${SUGGESTION_MIN_CHARS}
        JOIN phrasing f ON f.id = w.phrasing_id AND f.post_count - f.repost_count > 1
       WHERE p.account_id = ${accountId}::uuid AND NOT is_repost(p.text) ${within("p", period)}
       ORDER BY p.posted_at DESC NULLS LAST LIMIT ${MAX_OWN_POSTS + 1}
    ), pairs AS (
      SELECT t.account_id, mine.phrasing_id, t.place, abs(extract(epoch FROM t.posted_at - mine.posted_at)) AS gap
        FROM (SELECT * FROM mine LIMIT ${MAX_OWN_POSTS}) mine
        JOIN wording o ON o.phrasing_id = mine.phrasing_id AND length(o.body) >= ${SUGGESTION_MIN_CHARS}
       CROSS JOIN LATERAL (
         ${others(Prisma.sql`p.posted_at >= mine.posted_at ${isAny ? Prisma.empty : Prisma.sql`AND p.posted_at <= mine.posted_at + ${span}`}`, "ASC")}
         UNION ALL
         ${others(Prisma.sql`p.posted_at < mine.posted_at ${isAny ? Prisma.empty : Prisma.sql`AND p.posted_at >= mine.posted_at - ${span}`}`, "DESC")}
         ${isAny ? Prisma.sql`UNION ALL ${others(Prisma.sql`(p.posted_at IS NULL OR mine.posted_at IS NULL)`, "ASC")}` : Prisma.empty}
       ) t
    )
    SELECT account_id AS "accountId", array_agg(DISTINCT phrasing_id::text) AS phrasings, count(*)::int AS "closePairs",
           (min(gap) * 1000)::float8 AS "smallestGapMs",
           (array_agg(phrasing_id ORDER BY gap NULLS LAST, phrasing_id))[1]::text AS example,
           (count(*) OVER ())::int AS total,
           (max(max(place)) OVER ())::int AS place, (SELECT count(*)::int FROM mine) AS own
      FROM pairs GROUP BY account_id
     ORDER BY count(DISTINCT phrasing_id) DESC, count(*) DESC, min(gap) NULLS LAST, account_id
     LIMIT ${most}`;
  const [first] = rows;
  return {
    rows: rows.map(({ total: _, place: __, own: ___, ...row }) => row),
    total: first?.total ?? 0,
    isCut: (first?.own ?? 0) > MAX_OWN_POSTS,
    isBounded: (first?.place ?? 0) >= MAX_OTHERS,
  };
}
