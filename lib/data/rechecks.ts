import type { Db, Tx } from "#lib/data/client";
import { readRequestOptions } from "#lib/schemas/request-options";
import type { CaptureWay } from "#prisma/generated/enums";

/** Any fixed number: one worker at a time turns due looks into requests, so that the bounds per host hold. */
const DUE_LOCK = 4_210_011;

/** Looks that are still to come: not yet a request. */
const WAITING = { requestId: null } as const;

/**
 * Plans the looks that follow a capture, in place of those that were waiting. A schedule that somebody stopped stays
 * stopped: the new looks wait for "resume" too. The caller holds the source.
 */
export async function replaceRechecks(
  tx: Tx,
  source: { id: string; requestedById: string },
  looks: readonly { step: string; dueAt: Date }[],
): Promise<void> {
  if (looks.length === 0) return;
  const waiting = { ...WAITING, sourceId: source.id };
  const stopped = await tx.recheck.findFirst({ where: { ...waiting, cancelledAt: { not: null } } });
  await tx.recheck.deleteMany({ where: waiting });
  const common = { sourceId: source.id, requestedById: source.requestedById, cancelledAt: stopped?.cancelledAt };
  await tx.recheck.createMany({ data: looks.map((look) => ({ ...look, ...common })) });
}

/**
 * Sources with a due look, the longest due first: at most one per host, none whose host has a scheduled capture waiting
 * or running or had one begun within `hostGapMs`, none that is being captured anyway. Holds the sources that it returns;
 * a source in other hands is left for the next round.
 * @returns none while another worker is at it.
 */
export async function holdDueSources(
  tx: Tx,
  now: Date,
  bounds: { hostGapMs: number; maxPending: number },
): Promise<string[]> {
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock(${DUE_LOCK}::bigint) AS free`;
  if (!lock?.free) return [];
  // One that waits for its host to let it in again keeps that host busy, not the others.
  const isReady = { OR: [{ retryAt: null }, { retryAt: { lte: now } }] };
  const pending = await tx.captureRequest.count({
    where: { cause: "schedule", OR: [{ state: "running" }, { state: "queued", ...isReady }] },
  });
  const room = bounds.maxPending - pending;
  if (room <= 0) return [];
  const gapBegan = new Date(now.getTime() - bounds.hostGapMs);
  // A clock that was set back must not block a host: times after now do not count.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH due AS (
      SELECT r.source_id, min(r.due_at) AS due_at, split_part(s.canonical_url, '/', 3) AS host
        FROM recheck r JOIN source s ON s.id = r.source_id
       WHERE r.request_id IS NULL AND r.cancelled_at IS NULL AND r.due_at <= ${now}
         AND NOT EXISTS (SELECT 1 FROM capture_request p WHERE p.source_id = r.source_id AND p.state IN ('queued', 'running'))
       GROUP BY r.source_id, host),
    busy AS (
      SELECT split_part(s.canonical_url, '/', 3) AS host
        FROM capture_request q JOIN source s ON s.id = q.source_id
       WHERE q.cause = 'schedule' AND (q.state IN ('queued', 'running')
          OR (q.state IN ('finished', 'failed') AND q.created_at > ${gapBegan} AND q.created_at <= ${now}))),
    next AS (
      SELECT DISTINCT ON (host) source_id, due_at FROM due
       WHERE host NOT IN (SELECT host FROM busy) ORDER BY host, due_at, source_id)
    SELECT s.id FROM source s JOIN next ON next.source_id = s.id
     ORDER BY next.due_at, s.id LIMIT ${room} FOR NO KEY UPDATE OF s SKIP LOCKED`;
  return rows.map((row) => row.id);
}

/** The due looks of a source that the caller holds. */
export async function listDueRechecks(tx: Tx, sourceId: string, now: Date) {
  return tx.recheck.findMany({ where: { ...WAITING, sourceId, cancelledAt: null, dueAt: { lte: now } } });
}

/** One request for several due looks: `keep` leads to it and bears all their names, the others go. */
export async function turnIntoRequest(
  tx: Tx,
  look: { keep: { id: string }; step: string; drop: readonly { id: string }[] },
  requestId: string,
): Promise<void> {
  await tx.recheck.deleteMany({ where: { id: { in: look.drop.map(({ id }) => id) } } });
  await tx.recheck.update({ where: { id: look.keep.id }, data: { requestId, step: look.step } });
}

/** Makes the request of a planned look. It goes the way of the newest capture of the source that a person asked for. */
export async function createScheduledRequest(
  tx: Tx,
  look: { sourceId: string; requestedById: string },
  now: Date,
): Promise<string> {
  const before = await tx.captureRequest.findFirst({
    where: { sourceId: look.sourceId, state: "finished", way: { not: "api" } },
    orderBy: { createdAt: "desc" },
    select: { way: true, options: true },
  });
  const way: CaptureWay = before?.way ?? "browser";
  const { sourceId, requestedById } = look;
  // What belongs to one search (its price, how far it got) does not go over.
  const { maxPosts, credentialId } = readRequestOptions(before?.options);
  const options = { maxPosts, credentialId };
  const { id } = await tx.captureRequest.create({
    data: { sourceId, requestedById, way, options, cause: "schedule", createdAt: now },
    select: { id: true },
  });
  return id;
}

/** Stops the waiting looks of a source, and takes back a planned one that no worker has begun. @returns how many. */
export async function stopRechecks(tx: Tx, sourceId: string, now: Date): Promise<number> {
  const withdrawn = await tx.captureRequest.updateManyAndReturn({
    where: { sourceId, cause: "schedule", state: "queued", startedAt: null },
    data: { state: "failed", problem: "request_withdrawn", finishedAt: now },
    select: { id: true },
  });
  // The look that it was waits again, with the others.
  const ids = withdrawn.map(({ id }) => id);
  await tx.recheck.updateMany({ where: { requestId: { in: ids } }, data: { requestId: null } });
  const waiting = { ...WAITING, sourceId, cancelledAt: null };
  return (await tx.recheck.updateMany({ where: waiting, data: { cancelledAt: now } })).count;
}

/** Lets the stopped looks of a source go on. @returns how many. */
export async function resumeRechecks(tx: Tx, sourceId: string): Promise<number> {
  const stopped = { ...WAITING, sourceId, cancelledAt: { not: null } };
  return (await tx.recheck.updateMany({ where: stopped, data: { cancelledAt: null } })).count;
}

/** The looks of a source that are still to come, the next one first. */
export async function listWaitingRechecks(db: Db, sourceId: string) {
  return db.recheck.findMany({
    where: { ...WAITING, sourceId },
    orderBy: { dueAt: "asc" },
    select: { id: true, step: true, dueAt: true, cancelledAt: true, requestedBy: { select: { name: true } } },
  });
}
