import { type Db, db } from "#lib/data/client";
import type { Ask } from "#lib/data/search/search-pool";
import { Prisma } from "#prisma/generated/client";

/** As many as there are partial indexes over the words (prisma/migrations/…_phrasings_and_search). */
export const SLICES = 16;
/** Less than so many documents a slice are not worth a slice. */
const MIN_SLICE_DOCS = 20_000;
/** The newest slice takes what comes; when it holds this part of everything, the slices are cut anew. */
const NEWEST_SHARE = 0.4;
const NEWEST_MIN_DOCS = 100_000;

/** Slices of time; `isSettled` false: documents are being moved, so a slice may hold those of others too. */
export type TimeSlices = { bounds: Date[]; isSettled: boolean };

export async function readSlices(db: Db): Promise<TimeSlices> {
  const row = await db.searchSlices.findFirst({ select: { bounds: true, isSettled: true } });
  return row ?? { bounds: [], isSettled: true };
}

/** The same for a search. */
export async function askSlices(ask: Ask): Promise<TimeSlices> {
  const [row] = await ask<TimeSlices>(Prisma.sql`SELECT bounds, is_settled AS "isSettled" FROM search_slices`, {
    isPrepared: true,
  });
  return row ?? { bounds: [], isSettled: true };
}

/** Every slice, newest first. */
export const ALL_SLICES: readonly number[] = Array.from({ length: SLICES }, (_, i) => SLICES - 1 - i);

/**
 * The slices that may hold documents of a time, newest first.
 * @param from the first moment, `to` the moment after the last.
 */
export function slicesBetween({ bounds, isSettled }: TimeSlices, from: Date | null, to: Date | null): number[] {
  const sliceOf = (at: Date) => bounds.filter((bound) => bound <= at).length;
  const first = from && isSettled ? sliceOf(from) : 0;
  const last = to && isSettled ? sliceOf(to) : SLICES - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => last - i);
}

/** Bounds that make slices of equal size out of a table of documents; none while they are few. */
export async function evenBounds(db: Db, table: "search_document" | "search_document_staged"): Promise<Date[]> {
  const [{ docs = 0 } = {}] = await db.$queryRawUnsafe<{ docs: number }[]>(
    `SELECT count(*)::int AS docs FROM ${table}`,
  );
  const slices = Math.min(SLICES, Math.floor(docs / MIN_SLICE_DOCS));
  if (slices < 2) return [];
  const parts = Array.from({ length: slices - 1 }, (_, i) => (i + 1) / slices);
  const [row] = await db.$queryRawUnsafe<{ bounds: Date[] }[]>(
    `SELECT percentile_disc($1::float8[]) WITHIN GROUP (ORDER BY at) AS bounds FROM ${table}`,
    parts,
  );
  return row?.bounds ?? [];
}

/**
 * Cuts the slices anew when the newest has grown too large. Searches find everything meanwhile; how fast they are is all
 * that depends on slices. A crash leaves them unsettled, and the next call goes on.
 * @returns how many documents were moved.
 */
export async function tendSlices(stop?: AbortSignal): Promise<number> {
  if (!(await isDue())) return 0;
  if ((await readSlices(db())).isSettled) {
    const bounds = await evenBounds(db(), "search_document");
    await db().searchSlices.updateMany({ data: { bounds, isSettled: false } });
  }
  const { bounds } = await readSlices(db());
  let moved = 0;
  for (let slice = 0; slice <= bounds.length; slice++) {
    if (stop?.aborted) return moved;
    moved += await moveInto(db(), slice, bounds[slice - 1], bounds[slice]);
  }
  await db().$transaction(
    async (tx) => {
      // Whoever wrote by the old bounds has finished now; nobody writes until the last ones are moved.
      await tx.$executeRaw`LOCK TABLE search_document IN SHARE ROW EXCLUSIVE MODE`;
      moved += await tx.$executeRaw`
        UPDATE search_document SET slice = width_bucket(at, (SELECT bounds FROM search_slices))
         WHERE slice <> width_bucket(at, (SELECT bounds FROM search_slices))`;
      await tx.searchSlices.updateMany({ data: { isSettled: true } });
    },
    { timeout: 600_000 },
  );
  return moved;
}

/** Cheap: PostgreSQL keeps an estimate of the entries of every index. */
async function isDue(): Promise<boolean> {
  const { bounds, isSettled } = await readSlices(db());
  if (!isSettled) return true;
  const newest = `search_document_slice_${bounds.length}_idx`;
  const [row] = await db().$queryRaw<{ newest: number; all: number }[]>`
    SELECT (SELECT reltuples FROM pg_class WHERE oid = to_regclass(${newest})) AS newest, reltuples AS all
      FROM pg_class WHERE oid = 'search_document'::regclass`;
  return row !== undefined && row.newest > Math.max(NEWEST_MIN_DOCS, row.all * NEWEST_SHARE);
}

/** Brings documents of one slice's time that stand in another. */
async function moveInto(db: Db, slice: number, from: Date | undefined, to: Date | undefined): Promise<number> {
  return db.$executeRaw`
    UPDATE search_document SET slice = ${slice}
     WHERE slice <> ${slice}
       AND at >= ${from?.toISOString() ?? "-infinity"}::timestamptz AND at < ${to?.toISOString() ?? "infinity"}::timestamptz`;
}
