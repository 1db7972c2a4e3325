import { LikenessProbe } from "#lib/core/duplicates/likeness";
import { nearness } from "#lib/core/duplicates/relate";
import type { Neighbour, Neighbourhood } from "#lib/core/duplicates/settle-families";
import type { Db } from "#lib/data/client";
import { Prisma } from "#prisma/generated/client";

export type NearWording = {
  id: string;
  folded: string;
  body: string;
  /** As somebody wrote it. */
  text: string | null;
  /** Null until it was compared. */
  phrasingId: string | null;
};

/** Pivots, and wordings of any kind, that are proposed at most to somebody who looks for copies. */
const MAX_PIVOTS = 1_000;
const MAX_WORDINGS = 2_000;

/**
 * Wordings that share a band key with these, those that share most first: candidates, to be measured by whoever asks.
 * Pivots first and apart, so that a template with thousands of wordings leaves room for the other families.
 */
export async function findNearWordings(db: Db, bands: readonly number[]): Promise<NearWording[]> {
  if (bands.length === 0) return [];
  const keys = [...bands];
  const columns = Prisma.sql`id, folded, body, coalesce(text, folded) AS text, phrasing_id AS "phrasingId"`;
  const shared = (column: Prisma.Sql) =>
    Prisma.sql`(SELECT count(*) FROM unnest(${column}) AS b WHERE b = ANY(${keys}::int[])) DESC`;
  return db.$queryRaw<NearWording[]>`
    (SELECT ${columns} FROM wording WHERE pivot_bands && ${keys}::int[] AND body IS NOT NULL
      ORDER BY ${shared(Prisma.sql`pivot_bands`)} LIMIT ${MAX_PIVOTS})
    UNION
    (SELECT ${columns} FROM wording WHERE bands && ${keys}::int[] AND body IS NOT NULL
      ORDER BY ${shared(Prisma.sql`bands`)} LIMIT ${MAX_WORDINGS})`;
}

/** A template that is filled in thousands of ways makes thousands of candidates of each: so few have room in memory. */
const ASKED_AT_ONCE = 50;

/** `a b` of two ids, the smaller first: how a pair that an editor set apart is written. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

type Row = { of: string; id: string; digest: string; body: string; pivotId: string | null; nearness: number | null };

/**
 * The archive's wordings as the neighbourhood in which families are settled: candidates by band keys, each measured.
 * @param settling wordings without a place that count all the same, because they are being settled now.
 * @param apart pairs (`pairKey`) that an editor said are not the same.
 */
export function wordingNeighbourhood(db: Db, settling: readonly string[], apart: ReadonlySet<string>): Neighbourhood {
  const near = async (ids: readonly string[], keys: Prisma.Sql, present: Prisma.Sql) => {
    const found = new Map<string, Neighbour[]>();
    for (let i = 0; i < ids.length; i += ASKED_AT_ONCE) {
      for (const [of, all] of await nearFew(ids.slice(i, i + ASKED_AT_ONCE), keys, present)) found.set(of, all);
    }
    return found;
  };
  const nearFew = async (ids: readonly string[], keys: Prisma.Sql, present: Prisma.Sql) => {
    const bodies = await db.$queryRaw<{ id: string; body: string }[]>`
      SELECT id, body FROM wording WHERE id = ANY(${[...ids]}::uuid[])`;
    const rows = await db.$queryRaw<Row[]>`
      SELECT q.id AS "of", w.id, w.digest, w.body, w.pivot_id AS "pivotId", w.nearness
        FROM wording q JOIN wording w ON ${keys} && q.bands AND w.id <> q.id
       WHERE q.id = ANY(${[...ids]}::uuid[]) AND ${present}
       ORDER BY q.id`;
    return measure(new Map(bodies.map(({ id, body }) => [id, body])), rows, apart);
  };
  return {
    pivotsNear: (ids) => near(ids, Prisma.sql`w.pivot_bands`, Prisma.sql`true`),
    allNear: (ids) =>
      near(ids, Prisma.sql`w.bands`, Prisma.sql`(w.pivot_id IS NOT NULL OR w.id = ANY(${[...settling]}::uuid[]))`),
  };
}

/** Rows come together by the wording that they are candidates of. */
function measure(bodies: Map<string, string>, rows: readonly Row[], apart: ReadonlySet<string>) {
  const found = new Map<string, Neighbour[]>();
  const probe = new LikenessProbe();
  let loaded: string | undefined;
  for (const { of, id, digest, body, pivotId, nearness: stored } of rows) {
    if (apart.has(pairKey(of, id))) continue;
    const own = bodies.get(of) ?? "";
    if (loaded !== of) probe.loadText(own);
    loaded = of;
    const near = nearness(probe.overlapText(body), own.length, body.length);
    if (near === 0) continue;
    const list = found.get(of) ?? [];
    // PostgreSQL prints a `real` in the fewest digits; rounding gives the very number back.
    list.push({ id, digest, pivotId, nearness: Math.fround(stored ?? 0), near });
    found.set(of, list);
  }
  return found;
}
