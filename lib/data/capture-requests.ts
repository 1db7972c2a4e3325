import type { CaptureWay } from "#lib/core/captures/types";
import type { Db, Tx } from "#lib/data/client";
import type { RequestOptions } from "#lib/schemas/request-options";

/** States in which a capture is still to come. */
const PENDING = ["queued", "running"] as const;

/** How a request goes about it; without it, by a browser that nobody has signed in. */
type PlannedWay = { way: CaptureWay; options: RequestOptions };

/** Makes one queued request per source. @returns request ids by source id. */
export async function createCaptureRequests(
  tx: Tx,
  sourceIds: readonly string[],
  requestedById: string,
  wayOf: (sourceId: string) => PlannedWay | undefined = () => undefined,
): Promise<Map<string, string>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await tx.captureRequest.createManyAndReturn({
    data: sourceIds.map((sourceId) => ({ sourceId, requestedById, ...wayOf(sourceId) })),
    select: { id: true, sourceId: true },
  });
  return new Map(rows.map((row) => [row.sourceId, row.id]));
}

/** The oldest request of each source that is waiting or running, by source id. */
export async function findPendingRequests(db: Db, sourceIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.captureRequest.findMany({
    where: { sourceId: { in: [...sourceIds] }, state: { in: [...PENDING] } },
    orderBy: { createdAt: "desc" },
    select: { id: true, sourceId: true },
  });
  return new Map(rows.map((row) => [row.sourceId, row.id]));
}

/** Of a request that is waiting or running: a planned look that nobody has begun, which a person's wish lets go first. */
const PROMOTABLE = { cause: "schedule", state: "queued", retryAt: null } as const;

/** Whether a person's wish for this waiting or running request would change anything. */
export async function isPromotable(db: Db, id: string): Promise<boolean> {
  return (await db.captureRequest.count({ where: { id, ...PROMOTABLE } })) === 1;
}

/**
 * A planned look that nobody has begun becomes a person's request. One that waits because a site asked for fewer visits
 * keeps waiting.
 * @returns false when it is none of these.
 */
export async function promoteScheduledRequest(tx: Tx, id: string, requestedById: string): Promise<boolean> {
  const { count } = await tx.captureRequest.updateMany({
    where: { id, ...PROMOTABLE },
    data: { cause: "submission", requestedById },
  });
  return count === 1;
}

/**
 * Takes back a request that no worker has begun.
 * @returns false when it has begun, ended or does not exist.
 */
export async function withdrawQueuedRequest(db: Db, id: string): Promise<boolean> {
  const { count } = await db.captureRequest.updateMany({
    where: { id, state: "queued", startedAt: null },
    data: { state: "failed", problem: "request_withdrawn", finishedAt: new Date() },
  });
  return count === 1;
}

const VIEW = {
  id: true,
  state: true,
  step: true,
  progress: true,
  attempts: true,
  problem: true,
  retryAt: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  source: true,
  requestedBy: { select: { id: true, name: true } },
} as const;

/** Requests that are waiting or running, the running ones first. */
export async function listPendingRequests(db: Db, take: number) {
  return db.captureRequest.findMany({
    where: { state: { in: [...PENDING] } },
    orderBy: [{ state: "desc" }, { createdAt: "asc" }],
    take,
    select: VIEW,
  });
}

/** How many requests are waiting or running. */
export async function countPendingRequests(db: Db): Promise<number> {
  return db.captureRequest.count({ where: { state: { in: [...PENDING] } } });
}

/**
 * Requests since a time that ended without any capture, newest first. Not those taken back, nor those whose source
 * was asked for again since: they are nobody's problem any more.
 */
export async function listFailedRequests(db: Db, since: Date, take: number) {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM capture_request r
     WHERE r.state = 'failed' AND r.finished_at >= ${since} AND r.problem IS DISTINCT FROM 'request_withdrawn'
       AND NOT EXISTS (SELECT 1 FROM capture_request n WHERE n.source_id = r.source_id AND n.created_at > r.created_at)
     ORDER BY r.finished_at DESC LIMIT ${take}`;
  const where = { id: { in: rows.map((row) => row.id) } };
  return db.captureRequest.findMany({ where, orderBy: { finishedAt: "desc" }, select: VIEW });
}

/** One request, or null. */
export async function findCaptureRequest(db: Db, id: string) {
  return db.captureRequest.findUnique({ where: { id }, select: VIEW });
}

export type CaptureRequestRow = NonNullable<Awaited<ReturnType<typeof findCaptureRequest>>>;
