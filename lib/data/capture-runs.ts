import type { CaptureWay, PlatformId } from "#lib/core/captures/types";
import { type Db, db, type Tx } from "#lib/data/client";
import type { ErrorCode } from "#lib/errors";
import { type RequestOptions, readRequestOptions } from "#lib/schemas/request-options";
import type { RequestCause, RequestState } from "#prisma/generated/enums";

/** A request that a worker has begun, with everything the capture needs to know. */
export type ClaimedRequest = {
  id: string;
  sourceId: string;
  kind: "post" | "hashtag" | "account" | "web_page";
  platform: PlatformId;
  platformId: string | null;
  canonicalUrl: string;
  label: string;
  requestedBy: { id: string; name: string; role: "admin" | "publisher" | "editor" };
  /** This one included. Also the token of this attempt: whoever finishes must still have the newest number. */
  attempts: number;
  /** Why each submission asked for it, in the editors' words. */
  reasons: string[];
  /** A person, or the schedule that goes back to `requestedBy`. */
  cause: RequestCause;
  /** Which planned looks this one is (`1h`, or `1h,1d` when several were due); null unless `cause` is `schedule`. */
  recheckStep: string | null;
  way: CaptureWay;
  /** What the way needs to know. */
  options: RequestOptions;
};

/**
 * Begins a queued request; undefined when it is not (any more) to be done. When it is due is the job's business:
 * a job that comes a moment early by this machine's clock must not leave the request without any job.
 */
export async function claimRequest(id: string, now: Date): Promise<ClaimedRequest | undefined> {
  const { count } = await db().captureRequest.updateMany({
    where: { id, state: "queued" },
    data: { state: "running", startedAt: now, attempts: { increment: 1 }, step: "open", progress: 0, retryAt: null },
  });
  if (count === 0) return undefined;
  const row = await db().captureRequest.findUniqueOrThrow({
    where: { id },
    include: {
      source: true,
      requestedBy: true,
      recheck: true,
      items: { select: { submission: { select: { reason: true } } } },
    },
  });
  const { kind, platformId, canonicalUrl, label } = row.source;
  // Only adapters make sources, each with its own id.
  const platform = row.source.platform as PlatformId;
  const { id: userId, name, role } = row.requestedBy;
  const reasons = [...new Set(row.items.map((item) => item.submission.reason).filter(Boolean))];
  const requestedBy = { id: userId, name, role };
  const source = { kind, platform, platformId, canonicalUrl, label };
  const { sourceId, attempts, cause, way } = row;
  const recheckStep = cause === "schedule" ? (row.recheck?.step ?? null) : null;
  const options = readRequestOptions(row.options);
  return { id, sourceId, ...source, requestedBy, attempts, reasons, cause, recheckStep, way, options };
}

/** Where a request stands; undefined when there is none. */
export async function findRequestState(id: string): Promise<RequestState | undefined> {
  return (await db().captureRequest.findUnique({ where: { id }, select: { state: true } }))?.state;
}

/** Shows how far a running attempt is. */
export async function showProgress(run: Attempt, data: { step?: string; progress?: number }): Promise<void> {
  await db().captureRequest.updateMany({ where: ownAttempt(run), data });
}

/**
 * Puts a running attempt back into the queue, to be done at `retryAt` or at once.
 * @param data.hasBegun false when nothing was opened: the request may then still be taken back.
 * @returns false when it is not ours any more.
 */
export async function postponeRequest(
  tx: Tx,
  run: Attempt,
  data: { problem: ErrorCode | null; retryAt: Date | null; countAttempt: boolean; hasBegun?: boolean },
): Promise<boolean> {
  const { problem, retryAt, countAttempt, hasBegun = true } = data;
  const attempts = countAttempt ? undefined : { decrement: 1 };
  const { count } = await tx.captureRequest.updateMany({
    where: ownAttempt(run),
    data: { state: "queued", step: null, problem, retryAt, attempts, startedAt: hasBegun ? undefined : null },
  });
  return count === 1;
}

/** Ends a running attempt without a capture. */
export async function failRequest(client: Db, run: Attempt, problem: ErrorCode, now: Date): Promise<void> {
  const data = { state: "failed", step: null, problem, retryAt: null, finishedAt: now } as const;
  await client.captureRequest.updateMany({ where: ownAttempt(run), data });
}

/** Ends a running attempt with a capture. @returns false when it is not ours any more. */
export async function finishRequest(tx: Tx, run: Attempt, now: Date): Promise<boolean> {
  const data = { state: "finished", step: null, problem: null, retryAt: null, finishedAt: now } as const;
  const { count } = await tx.captureRequest.updateMany({ where: ownAttempt(run), data });
  return count === 1;
}

/** Requests that some worker has begun, oldest first. */
export async function listRunningRequests(): Promise<(Attempt & { cause: RequestCause })[]> {
  const where = { state: "running" } as const;
  const select = { id: true, attempts: true, cause: true };
  return db().captureRequest.findMany({ where, orderBy: { startedAt: "asc" }, select });
}

type Attempt = { id: string; attempts: number };

/** Only while this attempt is the one that runs. */
export const ownAttempt = ({ id, attempts }: Attempt) => ({ id, attempts, state: "running" }) as const;
