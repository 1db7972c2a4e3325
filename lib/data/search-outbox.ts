import type { Db, Tx } from "#lib/data/client";
import { waitForLock } from "#lib/data/locks";

/** `phrasing`: all posts of one moved to it, or their number passed a step. */
export type ChangedKind = "post" | "capture" | "supplied" | "phrasing";

/** Any fixed number: one drain at a time, so that an older reading never overwrites a newer one. */
const DRAIN_LOCK = 4_210_003;
/** The first wait after a failure; each further one is as long as all before. */
const FIRST_WAIT_SECONDS = 5;

/**
 * Tells the search index, in the transaction that makes the change, that these have to be read again.
 * Said twice it is done twice, harmlessly.
 */
export async function announceChange(tx: Tx, kind: ChangedKind, entityIds: readonly string[]): Promise<void> {
  const ids = [...new Set(entityIds)];
  if (ids.length === 0) return;
  await tx.$executeRaw`INSERT INTO search_outbox (kind, entity_id) SELECT ${kind}, unnest(${ids}::uuid[])`;
}

export type OutboxRow = { id: bigint; kind: string; entityId: string; attempts: number };

/**
 * Takes the oldest changes that are due and locks them until the transaction ends: a crash gives them back.
 * @returns none when another drain is at work.
 */
export async function takeOutbox(tx: Tx, limit: number): Promise<OutboxRow[]> {
  const [lock] = await tx.$queryRaw<
    { free: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${DRAIN_LOCK}::bigint) AS free`;
  if (!lock?.free) return [];
  return tx.$queryRaw<OutboxRow[]>`
    SELECT id, kind, entity_id AS "entityId", attempts
      FROM search_outbox
     WHERE attempts = 0
        OR created_at + make_interval(secs => ${FIRST_WAIT_SECONDS} * power(2, least(attempts, 16))) <= now()
     ORDER BY id
     LIMIT ${limit}
       FOR UPDATE SKIP LOCKED`;
}

export type OutboxState = {
  /** Changes that the index has not heard of. */
  waiting: number;
  /** When the oldest of them was made. */
  oldestAt: Date | null;
  /** Those among them that could not be indexed when they were tried. */
  failed: number;
};

/** What waits in the outbox. */
export async function describeOutbox(db: Db): Promise<OutboxState> {
  const [row] = await db.$queryRaw<OutboxState[]>`
    SELECT count(*)::int AS waiting, min(created_at) AS "oldestAt",
           (count(*) FILTER (WHERE attempts > 0))::int AS failed
      FROM search_outbox`;
  return row ?? { waiting: 0, oldestAt: null, failed: 0 };
}

/** Changes that could not be indexed, newest first. */
export async function listFailedOutbox(db: Db, take: number) {
  return db.searchOutbox.findMany({ where: { attempts: { gt: 0 } }, orderBy: { id: "desc" }, take });
}

/** Lets changes that failed be tried again at once. @returns how many. */
export async function releaseFailedOutbox(db: Db): Promise<number> {
  const { count } = await db.searchOutbox.updateMany({
    where: { attempts: { gt: 0 } },
    data: { attempts: 0, problem: null },
  });
  return count;
}

/** Does something while no drain is at work anywhere; one that is, is waited for. */
export async function withoutDrains<T>(work: () => Promise<T>): Promise<T> {
  const lock = await waitForLock(DRAIN_LOCK);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

/** Done: the index has heard of these. */
export async function deleteOutbox(tx: Tx, ids: readonly bigint[]): Promise<void> {
  await tx.searchOutbox.deleteMany({ where: { id: { in: [...ids] } } });
}

/** This one failed by itself; it waits and the others go on. @param problem for people, in English. */
export async function failOutbox(tx: Tx, ids: readonly bigint[], problem: string): Promise<void> {
  await tx.searchOutbox.updateMany({
    where: { id: { in: [...ids] } },
    data: { attempts: { increment: 1 }, problem: problem.slice(0, 500) },
  });
}
