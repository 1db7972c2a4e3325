import type { Place, Placed } from "#lib/core/duplicates/settle-families";
import { SKETCH_VERSION } from "#lib/core/duplicates/version";
import type { Db, Tx } from "#lib/data/client";
import { AppError } from "#lib/errors";

/** Any fixed number: families are settled or rebuilt by one at a time. */
const FAMILY_LOCK = 4_210_004;
const READ_BATCH = 5_000;

/** Takes the families for the rest of the transaction. @returns false when somebody else has them. */
export async function tryLockFamilies(tx: Tx): Promise<boolean> {
  const [lock] = await tx.$queryRaw<
    { held: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${FAMILY_LOCK}::bigint) AS held`;
  return lock?.held ?? false;
}

/**
 * The same, waiting for it.
 * @param waitMs how long; PostgreSQL gives up by itself, so that whoever waits does not hold a connection for hours.
 * @throws AppError `phrasings_busy`
 */
export async function lockFamilies(tx: Tx, waitMs: number): Promise<void> {
  try {
    await tx.$executeRaw`SELECT set_config('lock_timeout', ${String(waitMs)}, true)`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FAMILY_LOCK}::bigint)`;
  } catch (thrown) {
    if (!isLockTimeout(thrown)) throw thrown;
    throw new AppError("phrasings_busy", `The phrasings were not free within ${waitMs} ms`, {}, { cause: thrown });
  }
  await tx.$executeRaw`SELECT set_config('lock_timeout', '0', true)`;
}

/** PostgreSQL's `lock_not_available`, which has no code of Prisma's own. */
const isLockTimeout = (thrown: unknown): boolean => thrown instanceof Error && thrown.message.includes("55P03");

/** Wordings without a place, oldest first. Those whose body is not worked out are left out. */
export async function listUnplacedWordings(db: Db, limit: number): Promise<Placed[]> {
  const rows = await db.wording.findMany({
    where: { pivotId: null, body: { not: null } },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, digest: true },
  });
  return rows.map((row) => ({ ...row, pivotId: null, nearness: 0 }));
}

/** How many wordings have no place yet. */
export async function countUnplacedWordings(db: Db): Promise<number> {
  return db.wording.count({ where: { pivotId: null } });
}

/** Where these wordings stand. */
export async function findPlaces(db: Db, ids: readonly string[]): Promise<Placed[]> {
  const rows = await db.wording.findMany({
    where: { id: { in: [...ids] }, body: { not: null } },
    select: { id: true, digest: true, pivotId: true, nearness: true },
  });
  return rows.map((row) => ({ ...row, nearness: Math.fround(row.nearness ?? 0) }));
}

/** Writes places; a pivot becomes findable as one, and what is none any more does not stay so. */
export async function writePlaces(tx: Tx, places: ReadonlyMap<string, Place>): Promise<void> {
  if (places.size === 0) return;
  const rows = [...places].map(([id, place]) => ({ id, ...place }));
  await tx.$executeRaw`
    UPDATE wording w
       SET pivot_id = p."pivotId", nearness = p.nearness,
           pivot_bands = CASE WHEN p."pivotId" = w.id THEN w.bands ELSE '{}' END
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p(id uuid, "pivotId" uuid, nearness real)
     WHERE w.id = p.id`;
}

export type NewBody = { id: string; text: string; body: string; bands: number[] };

/** Gives wordings another body; they have no place until they are settled again. Their phrasing stays until then. */
export async function writeBodies(tx: Tx, bodies: readonly NewBody[]): Promise<void> {
  if (bodies.length === 0) return;
  await tx.$executeRaw`
    UPDATE wording w
       SET text = b.text, body = b.body, bands = ARRAY(SELECT jsonb_array_elements_text(b.bands)::int),
           sketch_version = ${SKETCH_VERSION}, pivot_id = NULL, nearness = NULL, pivot_bands = '{}'
      FROM jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) AS b(id uuid, text text, body text, bands jsonb)
     WHERE w.id = b.id`;
}

/** Texts that came for known wordings since, in order. */
export async function listWaitingTexts(db: Db, limit: number) {
  return db.wordingText.findMany({
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, wordingId: true, text: true, wording: { select: { body: true } } },
  });
}

export async function deleteWaitingTexts(tx: Tx, ids: readonly bigint[]): Promise<void> {
  await tx.wordingText.deleteMany({ where: { id: { in: [...ids] } } });
}

export type OutdatedWording = { id: string; folded: string; texts: string[] };

/**
 * Wordings whose body was made by older rules or never, with every text of their posts: also texts of other wordings, where
 * a post was edited or seen cut.
 */
export async function listOutdatedWordings(db: Db, limit: number): Promise<OutdatedWording[]> {
  return db.$queryRaw<OutdatedWording[]>`
    SELECT w.id, w.folded, ARRAY(SELECT w.text WHERE w.text IS NOT NULL
                       UNION SELECT p.text FROM post p WHERE p.wording_id = w.id AND p.text IS NOT NULL
                       UNION SELECT o.text FROM observation o JOIN post p ON p.id = o.post_id
                              WHERE p.wording_id = w.id AND o.text IS NOT NULL
                       UNION SELECT w.folded WHERE w.text IS NULL) AS texts
      FROM wording w
     WHERE w.sketch_version < ${SKETCH_VERSION}
     LIMIT ${limit}`;
}

/** A wording as a rebuild reads it. */
export type StoredFamily = {
  id: string;
  digest: string;
  body: string;
  pivotId: string | null;
  nearness: number | null;
};

/** All wordings of the present folding in the order of their digests, in batches. */
export async function* readFamilies(db: Db, foldVersion: number): AsyncGenerator<StoredFamily[]> {
  for (let after = ""; ; ) {
    const rows = await db.wording.findMany({
      where: { foldVersion, digest: { gt: after }, body: { not: null } },
      orderBy: { digest: "asc" },
      take: READ_BATCH,
      select: { id: true, digest: true, body: true, pivotId: true, nearness: true },
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => ({ ...row, body: row.body ?? "" }));
    after = last.digest;
  }
}

export async function countWordings(db: Db, foldVersion: number): Promise<number> {
  return db.wording.count({ where: { foldVersion } });
}
