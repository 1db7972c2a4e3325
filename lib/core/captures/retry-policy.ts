import type { Outcome, Signal } from "#lib/core/captures/types";
import type { ErrorCode } from "#lib/errors";

/** After so many attempts that failed for a passing reason the failure itself is recorded. */
export const MAX_ATTEMPTS = 4;

const SECOND_MS = 1_000;
/** Waits after the first, second, third attempt. */
const BACKOFF_MS = [10 * SECOND_MS, 45 * SECOND_MS, 180 * SECOND_MS];
/** A site that says "too many requests" gets more rest. */
const SITE_BACKOFF_MS = [60 * SECOND_MS, 300 * SECOND_MS, 900 * SECOND_MS];
const LONGEST_SITE_WAIT_MS = 3_600 * SECOND_MS;

/** Troubles of this host that pass when somebody mends them: nobody's verdict on the page, and no attempt. */
export const OF_THIS_HOST: ReadonlySet<ErrorCode> = new Set(["storage_failed", "key_missing", "sandbox_refused"]);

/** What becomes of a request after an attempt. */
export type Decision =
  | { kind: "retry"; at: Date; problem: ErrorCode }
  /** Write down the attempt as a capture. */
  | { kind: "record" }
  /** End the request without a capture: there was nothing to attempt. */
  | { kind: "fail"; problem: ErrorCode };

/**
 * After an attempt that threw.
 * @param attempts how many there were, this one included.
 */
export function decideAfterError(
  error: { code: ErrorCode; retryable: boolean },
  attempts: number,
  now: Date,
): Decision {
  // Wait as long as it takes, and keep the request.
  if (OF_THIS_HOST.has(error.code)) return { kind: "retry", at: after(now, BACKOFF_MS, attempts), problem: error.code };
  if (!error.retryable) return { kind: "fail", problem: error.code };
  if (attempts < MAX_ATTEMPTS) return { kind: "retry", at: after(now, BACKOFF_MS, attempts), problem: error.code };
  return { kind: "record" };
}

/**
 * After a page was classified. Only answers that say themselves that they pass are tried again: "too many requests",
 * errors of the server, and pages that say that something went wrong for the moment (signal `transient`).
 * @param retryAfterSeconds what the site asked for, if anything.
 */
export function decideAfterOutcome(
  result: {
    outcome: Outcome;
    httpStatus: number | null;
    retryAfterSeconds: number | null;
    signals?: readonly Signal[];
  },
  attempts: number,
  now: Date,
): Decision {
  const limited = result.outcome === "rate_limited" || result.httpStatus === 429;
  const failed = result.outcome === "unavailable" || result.outcome === "error";
  const passes = (result.httpStatus ?? 0) >= 500 || (result.signals ?? []).some(({ signal }) => signal === "transient");
  if (attempts >= MAX_ATTEMPTS || (!limited && !(failed && passes))) return { kind: "record" };
  if (!limited) return { kind: "retry", at: after(now, BACKOFF_MS, attempts), problem: "site_failed" };
  const asked = Math.min((result.retryAfterSeconds ?? 0) * SECOND_MS, LONGEST_SITE_WAIT_MS);
  const planned = after(now, SITE_BACKOFF_MS, attempts).getTime();
  return { kind: "retry", at: new Date(Math.max(planned, now.getTime() + asked)), problem: "site_rate_limited" };
}

/** `Retry-After` as seconds (RFC 9110, 10.2.3); null when it is missing or not understood. */
export function retryAfterSeconds(header: string | undefined, now: Date): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header.trim())) return Number(header.trim());
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / SECOND_MS));
}

function after(now: Date, waits: number[], attempts: number): Date {
  const wait = waits[Math.min(Math.max(attempts, 1), waits.length) - 1] ?? 0;
  return new Date(now.getTime() + wait);
}
