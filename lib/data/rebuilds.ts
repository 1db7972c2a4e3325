import type { Db, Tx } from "#lib/data/client";

/** A worker that has not been heard of for so long does not work on it any more. */
const LOST_AFTER_MS = 60_000;

export type RebuildKind = "search" | "phrasings";

const SHOWN = {
  id: true,
  state: true,
  done: true,
  total: true,
  differences: true,
  problem: true,
  createdAt: true,
  startedAt: true,
  beatAt: true,
  finishedAt: true,
  askedBy: { select: { name: true } },
} as const;

/** The newest rebuild of a kind, or null. */
export async function findNewestRebuild(db: Db, kind: RebuildKind) {
  const row = await db.rebuild.findFirst({
    where: { kind },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: SHOWN,
  });
  if (!row) return null;
  const seen = row.beatAt ?? row.createdAt;
  const isLost = row.state === "running" && seen.getTime() < Date.now() - LOST_AFTER_MS;
  return { ...row, isUnderWay: (row.state === "queued" || row.state === "running") && !isLost };
}

/** Holds whoever else asks for one of this kind until the transaction ends. */
export async function lockRebuilds(tx: Tx, kind: RebuildKind): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rebuild ${kind}`}, 0))`;
}

export async function insertRebuild(tx: Tx, row: { kind: RebuildKind; askedById: string }): Promise<{ id: string }> {
  return tx.rebuild.create({ data: row, select: { id: true } });
}

/** From the beginning, also when another worker had begun it. @returns whether there is such a rebuild to do. */
export async function startRebuild(db: Db, id: string, total: number): Promise<boolean> {
  const now = new Date();
  const { count } = await db.rebuild.updateMany({
    where: { id, state: { in: ["queued", "running"] } },
    data: { state: "running", startedAt: now, beatAt: now, done: 0, total },
  });
  return count > 0;
}

export async function noteRebuildProgress(db: Db, id: string, done: number, total?: number): Promise<void> {
  await db.rebuild.updateMany({ where: { id }, data: { done, total, beatAt: new Date() } });
}

/** @param end what it came to, or why it failed; for people, in English. */
export async function endRebuild(
  db: Db,
  id: string,
  end: { done: number; differences?: number | null } | { problem: string },
): Promise<void> {
  const how = "problem" in end ? ({ state: "failed" } as const) : ({ state: "finished", total: end.done } as const);
  await db.rebuild.updateMany({ where: { id }, data: { ...end, ...how, finishedAt: new Date() } });
}
