import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { NetworkLog } from "#lib/adapters/browser/network-log";
import {
  type Decision,
  decideAfterError,
  decideAfterOutcome,
  OF_THIS_HOST,
  retryAfterSeconds,
} from "#lib/core/captures/retry-policy";
import { signal as observed } from "#lib/core/captures/signal-names";
import {
  type ClaimedRequest,
  claimRequest,
  failRequest,
  findRequestState,
  postponeRequest,
  showProgress,
} from "#lib/data/capture-runs";
import { db } from "#lib/data/client";
import { type HeldLock, tryLock } from "#lib/data/locks";
import { env } from "#lib/env";
import { AppError, toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { captureBrowser } from "#lib/services/captures/browser-runtime";
import type { ProvenanceInput } from "#lib/services/captures/build-provenance";
import { enqueueCapture } from "#lib/services/captures/enqueue-capture";
import { startKeeping } from "#lib/services/captures/keep-artifacts";
import { openSession } from "#lib/services/captures/open-session";
import { noteHostAnswer, takeHostTurn } from "#lib/services/captures/pace-host";
import { settleWithEarlier } from "#lib/services/captures/settle-with-earlier";
import { softwareVersion } from "#lib/services/captures/software-version";
import { type FinishedAttempt, storeCapture } from "#lib/services/captures/store-capture";
import { takeApiCapture } from "#lib/services/captures/take-api-capture";
import { currentLimits, type TakenCapture, takeCapture } from "#lib/services/captures/take-capture";

/** A request whose worker died so often is not begun again: something about it kills workers. */
const MAX_BEGINNINGS = 12;

const LOCK_TRIES = 25;
const LOCK_WAIT_MS = 200;

/** Names the lock that a worker holds while it does a request. */
export const requestLock = (requestId: string) => `capture-request ${requestId}`;

/**
 * Does one capture request, once: takes the capture and records it, or puts the request back for later, or ends it.
 * Does nothing when the request is done, withdrawn, not due, or in another worker's hands. What happened is in the database.
 *
 * @param signal ends the browser; the request goes back into the queue as if it had not been begun.
 * @throws AppError `database_down` and bugs only.
 */
export async function runCapture(requestId: string, signal: AbortSignal = new AbortController().signal): Promise<void> {
  const lock = await lockUnlessTaken(requestId);
  if (!lock) return;
  try {
    const request = await claimRequest(requestId, new Date());
    if (!request) return;
    const log = logger.child({ request: request.id, attempt: request.attempts, url: request.canonicalUrl });
    log.info("capture begins");
    const visit: Visit = { startedAt: new Date(), log: null };
    try {
      if (request.attempts > MAX_BEGINNINGS) return await failRequest(db(), request, "internal", new Date());
      await attempt(request, signal, visit);
    } catch (thrown) {
      if (signal.aborted) return await postpone(request, { kind: "retry", at: null, problem: null }, false);
      const error = toAppError(thrown);
      if (error.code === "conflict") return log.warn("another worker took this request over");
      if (error.code === "database_down") throw error;
      log[error.code === "internal" ? "error" : "warn"]({ err: thrown }, "capture attempt failed");
      await afterError(request, error, visit);
    }
  } finally {
    await lock.release();
  }
}

/**
 * Whoever puts a request back holds its lock a moment longer than the job takes to arrive here; going away then would
 * leave the request without any job. Somebody who does the request is another matter.
 * @throws AppError `conflict` when the lock does not come free: the queue starts the job again.
 */
async function lockUnlessTaken(requestId: string): Promise<HeldLock | undefined> {
  for (let tries = 0; tries < LOCK_TRIES; tries++) {
    const lock = await tryLock(requestLock(requestId));
    if (lock) return lock;
    if ((await findRequestState(requestId)) !== "queued") return undefined;
    await sleep(LOCK_WAIT_MS);
  }
  throw new AppError("conflict", `The lock of the queued request ${requestId} does not come free`);
}

/** What is known of a visit also when it fails. */
type Visit = { startedAt: Date; log: NetworkLog | null };

async function attempt(request: ClaimedRequest, signal: AbortSignal, visit: Visit): Promise<void> {
  if (request.way === "api") return attemptSearch(request, signal);
  const wait = await takeHostTurn(request.canonicalUrl);
  if (wait)
    return postpone(request, { kind: "retry", at: wait.until, problem: wait.problem }, false, request.attempts > 1);
  const { startedAt } = visit;
  const session = request.way === "session" ? await openSession(request) : undefined;
  const keeper = startKeeping(session?.gate);
  const browser = await captureBrowser();
  const show = (data: { step?: string; progress?: number }) => showProgress(request, data).catch(() => undefined);
  const taken = await takeCapture(request, keeper, {
    browser,
    signal,
    session,
    onLog: (log) => {
      visit.log = log;
    },
    onStep: (step) => show({ step }),
    onProgress: (progress) => show({ progress }),
  });
  await session?.noteUse(taken.outcome);
  const answer = { ...taken, retryAfterSeconds: askedToWait(taken) };
  await noteHostAnswer(request.canonicalUrl, answer);
  const decision = decideAfterOutcome(answer, request.attempts, new Date());
  if (decision.kind === "retry") return postpone(request, decision, true);
  await show({ step: "store" });
  const { log, secondLook, beside, notes, hidden, ...looked } = taken;
  const settled = { ...looked, ...(await settleWithEarlier(request.sourceId, looked, new Date())) };
  const found = session ? session.gate.cleanValue(settled) : settled;
  const access = session?.record() ?? ({ way: "browser" } as const);
  const provenance = await provenanceOf(request, startedAt, {
    browser,
    log,
    secondLook,
    beside,
    notes,
    hidden,
    access,
  });
  await storeCapture(request, found, keeper, provenance);
  logger.info({ request: request.id, capture: provenance.captureId, outcome: found.outcome }, "capture recorded");
}

/** The same through a platform's interface: page by page, and on after the last one that is stored. */
async function attemptSearch(request: ClaimedRequest, signal: AbortSignal): Promise<void> {
  const keeper = startKeeping();
  const show = (data: { step?: string; progress?: number }) => showProgress(request, data).catch(() => undefined);
  await show({ step: "walk" });
  const taken = await takeApiCapture(request, keeper, { signal, onProgress: (progress) => show({ progress }) });
  if (taken.kind === "wait") {
    return postpone(request, { kind: "retry", at: taken.until, problem: taken.problem }, !taken.hasProgress);
  }
  await show({ step: "store" });
  const { access, notes } = taken;
  const provenance = await provenanceOf(request, taken.startedAt, { browser: null, log: null, access, notes });
  await storeCapture(request, taken.found, keeper, provenance);
  logger.info({ request: request.id, capture: provenance.captureId, outcome: taken.found.outcome }, "search recorded");
}

async function afterError(request: ClaimedRequest, error: AppError, visit: Visit): Promise<void> {
  // An address that leads where nobody may go is something that was found out: the attempt is recorded, with what led there.
  if (error.code === "address_refused" && visit.log) return recordFailure(request, error, visit);
  const decision = decideAfterError(error, request.attempts, new Date());
  if (decision.kind === "fail") return failRequest(db(), request, decision.problem, new Date());
  if (decision.kind === "retry") return postpone(request, decision, !OF_THIS_HOST.has(decision.problem));
  await recordFailure(request, error, visit);
}

/** The attempts failed for good: that is what the capture says, with no content, but with what the network log holds. */
async function recordFailure(request: ClaimedRequest, error: AppError, visit: Visit): Promise<void> {
  const { startedAt } = visit;
  // A session's secrets may stand in addresses, new ones too: without its gate no address of the visit is written down.
  const isSession = request.way === "session";
  const log = isSession ? null : visit.log;
  const found: FinishedAttempt = {
    outcome: error.code === "site_rate_limited" ? "rate_limited" : "error",
    signals: [observed("attempt_failed", error.code)],
    limitsHit: [],
    // The last address that answered; the one it led to was not opened.
    finalUrl: log?.redirects.at(-1)?.url ?? request.canonicalUrl,
    httpStatus: null,
    extraction: { title: null, text: null, language: null, posts: [] },
    endedBy: null,
  };
  const browser = request.way === "api" ? null : await captureBrowser().catch(() => null);
  const notes = [isSession ? error.code : `${error.code}: ${error.message}`];
  const provenance = await provenanceOf(request, startedAt, {
    browser,
    log,
    notes,
    access: { way: request.way },
  });
  try {
    await storeCapture(request, found, startKeeping(), provenance);
  } catch (thrown) {
    const failure = toAppError(thrown);
    if (!OF_THIS_HOST.has(failure.code)) throw thrown;
    await postpone(request, { kind: "retry", at: new Date(Date.now() + 60_000), problem: failure.code }, false);
  }
}

type Postponement = { kind: "retry"; at: Date | null; problem: Extract<Decision, { kind: "retry" }>["problem"] | null };

/** Back into the queue, with the job that will do it, in one transaction. */
async function postpone(
  request: ClaimedRequest,
  { at, problem }: Postponement,
  countAttempt: boolean,
  hasBegun = true,
): Promise<void> {
  await db().$transaction(async (tx) => {
    if (!(await postponeRequest(tx, request, { problem, retryAt: at, countAttempt, hasBegun }))) return;
    await enqueueCapture(tx, request, at ? { startAfter: at } : {});
  });
}

async function provenanceOf(
  request: ClaimedRequest,
  startedAt: Date,
  found: Pick<ProvenanceInput, "browser" | "log" | "secondLook" | "beside" | "notes" | "hidden" | "access">,
): Promise<ProvenanceInput> {
  return {
    captureId: randomUUID(),
    request,
    startedAt,
    finishedAt: new Date(),
    software: await softwareVersion(),
    limits: currentLimits(),
    allowHosts: env().CAPTURE_ALLOW_HOSTS,
    ...found,
  };
}

function askedToWait(taken: TakenCapture): number | null {
  const headers = Object.entries(taken.log.main?.headers ?? {});
  return retryAfterSeconds(headers.find(([name]) => name.toLowerCase() === "retry-after")?.[1], new Date());
}
