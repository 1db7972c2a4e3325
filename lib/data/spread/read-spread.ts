import { BIN_ORIGIN_MS } from "#lib/core/spread/time-bins";
import type { Tx } from "#lib/data/client";
import { ALWAYS, COPIED_WORDINGS, type Period, type SpreadScope, scopeRows } from "#lib/data/spread/scope";
import { Prisma } from "#prisma/generated/client";

/** Posts in one grain of time: where it begins (null: without a time), originals, copied ones of them, reposts. */
export type Grain = [startMs: number | null, originals: number, copied: number, reposts: number];

export type SpreadRows = {
  /** How fine `grains` and `arrivals` are. */
  grainMs: number;
  /** Only grains that hold posts, in order. */
  grains: Grain[];
  /** Accounts by the grain of their first dated post. */
  arrivals: [startMs: number, accounts: number][];
  /** How many accounts made exactly so many posts. */
  activity: [posts: number, accounts: number][];
  busiest: { accountId: string; posts: number; reposts: number; firstMs: number | null; lastMs: number | null }[];
  /** By how many original posts here have them. */
  phrasings: { phrasingId: string; posts: number; accounts: number; firstMs: number | null }[];
  /** Posts whose wording has no phrasing yet. */
  uncompared: number;
  /** The first and last time that a post states. */
  firstMs: number | null;
  lastMs: number | null;
};

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 96 * QUARTER_MS;

const ms = (time: string) => Prisma.raw(`(extract(epoch FROM ${time}) * 1000)::bigint`);

/** Fine enough for the bins of this span, coarse enough to be few (lib/core/spread/time-bins.ts). */
const GRAIN = Prisma.sql`
  SELECT CASE WHEN max(posted_at) - min(posted_at) <= interval '30 hours' THEN ${MINUTE_MS}::int
              WHEN max(posted_at) - min(posted_at) <= interval '120 days' THEN ${QUARTER_MS}::int
              ELSE ${DAY_MS}::int END AS grain FROM p`;

/** The posts of a scope with their copied phrasing, and each account with its own count. */
const counted = (scope: SpreadScope, period: Period) => Prisma.sql`
  p AS MATERIALIZED (
    SELECT s.account_id, s.posted_at, s.wording_id, s.is_repost, c.phrasing_id
      FROM (${scopeRows(scope, period)}) s
      LEFT JOIN (${COPIED_WORDINGS}) c ON c.id = s.wording_id AND NOT s.is_repost
  ), a AS MATERIALIZED (
    SELECT account_id, count(*) AS posts, count(*) FILTER (WHERE is_repost) AS reposts,
           min(posted_at) AS first, max(posted_at) AS last
      FROM p WHERE account_id IS NOT NULL GROUP BY account_id
  )`;

const binned = (time: string) => Prisma.sql`
  date_bin(make_interval(secs => g.grain / 1000.0), ${Prisma.raw(time)}, to_timestamp(${BIN_ORIGIN_MS / 1000}))`;

/** Where `at` may lie; an account's first post is looked for everywhere, and only drawn inside. */
const drawn = (column: string, { from, to }: Period) => Prisma.sql`
  ${from ? Prisma.sql`AND ${Prisma.raw(column)} >= ${from}` : Prisma.empty}
  ${to ? Prisma.sql`AND ${Prisma.raw(column)} < ${to}` : Prisma.empty}`;

const grainsWithin = (window: Period) => Prisma.sql`
  SELECT coalesce(json_agg(json_build_array(${ms("at")}, originals, copied, reposts) ORDER BY at NULLS LAST), '[]')
    FROM (SELECT ${binned("posted_at")} AS at, count(*) FILTER (WHERE NOT is_repost) AS originals,
                 count(phrasing_id) AS copied, count(*) FILTER (WHERE is_repost) AS reposts
            FROM p, g WHERE true ${drawn("posted_at", window)} GROUP BY 1) t`;

const arrivalsWithin = (window: Period) => Prisma.sql`
  SELECT coalesce(json_agg(json_build_array(${ms("at")}, accounts) ORDER BY at), '[]')
    FROM (SELECT ${binned("first")} AS at, count(*) AS accounts
            FROM a, g WHERE first IS NOT NULL ${drawn("first", window)} GROUP BY 1) t`;

/**
 * Everything that the page of a hashtag or account counts, from one reading of its posts.
 * @param most busiest accounts and phrasings.
 */
export async function readSpread(tx: Tx, scope: SpreadScope, period: Period, most: number): Promise<SpreadRows> {
  const [row] = await tx.$queryRaw<SpreadRows[]>`
    WITH ${counted(scope, period)}, g AS (${GRAIN}), top AS (
      SELECT phrasing_id, count(*) AS posts, min(posted_at) AS first FROM p WHERE phrasing_id IS NOT NULL
       GROUP BY phrasing_id ORDER BY count(*) DESC, phrasing_id LIMIT ${most}
    )
    SELECT (SELECT grain FROM g) AS "grainMs", (${grainsWithin(ALWAYS)}) AS grains,
      (${arrivalsWithin(ALWAYS)}) AS arrivals,
      (SELECT coalesce(json_agg(json_build_array(posts, accounts)), '[]')
         FROM (SELECT posts, count(*) AS accounts FROM a GROUP BY posts) t) AS activity,
      (SELECT coalesce(json_agg(json_build_object('accountId', account_id, 'posts', posts, 'reposts', reposts,
                'firstMs', ${ms("first")}, 'lastMs', ${ms("last")}) ORDER BY posts DESC, account_id), '[]')
         FROM (SELECT * FROM a ORDER BY posts DESC, account_id LIMIT ${most}) t) AS busiest,
      (SELECT coalesce(json_agg(json_build_object('phrasingId', phrasing_id, 'posts', posts, 'accounts', accounts,
                'firstMs', ${ms("first")}) ORDER BY posts DESC, phrasing_id), '[]')
         FROM (SELECT phrasing_id, top.posts, top.first, count(DISTINCT account_id) AS accounts
                 FROM top JOIN p USING (phrasing_id) GROUP BY phrasing_id, top.posts, top.first) t) AS phrasings,
      (SELECT count(*)::int FROM p WHERE wording_id IN (SELECT id FROM wording WHERE phrasing_id IS NULL)) AS uncompared,
      (SELECT ${ms("min(posted_at)")} FROM p)::float8 AS "firstMs", (SELECT ${ms("max(posted_at)")} FROM p)::float8 AS "lastMs"`;
  if (!row) throw new Error("A query without a condition has a row");
  return row;
}

/** A stretch of the same posts over time once more, in a finer grain. */
export async function readGrains(
  tx: Tx,
  scope: SpreadScope,
  period: Period,
  { grainMs, window }: { grainMs: number; window: Period },
): Promise<Pick<SpreadRows, "grains" | "arrivals">> {
  const [row] = await tx.$queryRaw<Pick<SpreadRows, "grains" | "arrivals">[]>`
    WITH ${counted(scope, period)}, g AS (SELECT ${grainMs}::int AS grain)
    SELECT (${grainsWithin(window)}) AS grains, (${arrivalsWithin(window)}) AS arrivals`;
  return row ?? { grains: [], arrivals: [] };
}
