import { checkAddress, hostAndPort } from "#lib/core/captures/address-policy";
import type { Outcome } from "#lib/core/captures/types";

/** What is remembered of one host between captures. */
export type HostPace = {
  /** No capture of this host begins before. */
  nextAt: Date;
  /** Refusals in a row. */
  refusals: number;
  /** Until when the host is left alone. */
  restingUntil: Date | null;
};

/** A host that was never asked. */
export const FRESH_PACE: HostPace = { nextAt: new Date(0), refusals: 0, restingUntil: null };

/** Why a capture does not begin yet, and when to try again. */
export type HostWait = { until: Date; problem: "host_busy" | "host_resting" };

/** What an answer says about our being welcome. A login wall or a missing page says nothing of it. */
export type Welcome = "welcome" | "refused" | "unclear";

const MINUTE_MS = 60_000;
/** Between the beginnings of two captures of one host. */
export const HOST_GAP_MS = 3_000;
/** So many refusals in a row, and the host is left alone. */
export const REFUSALS_BEFORE_REST = 3;
/** The first rest, the second, …; the last one repeats. */
const RESTS_MS = [15, 30, 60, 120].map((minutes) => minutes * MINUTE_MS);
/** Longer than this no site is believed. */
const LONGEST_REST_MS = 360 * MINUTE_MS;

/**
 * The host whose patience a capture uses: as it is written in the address, without `www.`.
 * @returns null where nobody's patience is used: hosts that are allowed although private (the demo site and tests are
 *   our own), and addresses that are refused before anything is asked.
 */
export function pacedHost(url: URL, allowHosts: readonly string[]): string | null {
  if (allowHosts.includes(hostAndPort(url)) || !checkAddress(url, allowHosts).ok) return null;
  return url.hostname
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^www\./, "");
}

/**
 * Takes the next turn of a host, if it is free.
 * @returns the pace to remember when the turn was taken, else when to come again. A time that only a clock which was
 *   set back can explain does not count.
 */
export function takeTurn(pace: HostPace, now: Date): { pace: HostPace } | { wait: HostWait } {
  const resting = pace.restingUntil;
  if (resting && isAhead(resting, now, LONGEST_REST_MS)) return { wait: { until: resting, problem: "host_resting" } };
  if (isAhead(pace.nextAt, now, HOST_GAP_MS)) return { wait: { until: pace.nextAt, problem: "host_busy" } };
  return { pace: { ...pace, nextAt: new Date(now.getTime() + HOST_GAP_MS) } };
}

/** What a classified answer says about our being welcome. */
export function readWelcome(found: { outcome: Outcome; httpStatus: number | null }): Welcome {
  const { outcome, httpStatus } = found;
  if (outcome === "bot_block" || outcome === "rate_limited" || httpStatus === 403 || httpStatus === 429)
    return "refused";
  if (outcome === "error" || outcome === "login_wall" || outcome === "unavailable" || (httpStatus ?? 500) >= 500) {
    return "unclear";
  }
  return "welcome";
}

/**
 * The pace after an answer. The third refusal in a row sends the host to rest; so does each one after that, for longer,
 * until something is answered again.
 * @param retryAfterSeconds what the site asked for, if anything.
 */
export function afterAnswer(pace: HostPace, welcome: Welcome, retryAfterSeconds: number | null, now: Date): HostPace {
  if (welcome === "unclear") return pace;
  if (welcome === "welcome") return { ...pace, refusals: 0, restingUntil: null };
  const refusals = pace.refusals + 1;
  const planned = RESTS_MS[Math.min(refusals - REFUSALS_BEFORE_REST, RESTS_MS.length - 1)];
  if (planned === undefined) return { ...pace, refusals };
  const rest = Math.min(Math.max(planned, (retryAfterSeconds ?? 0) * 1_000), LONGEST_REST_MS);
  return { ...pace, refusals, restingUntil: new Date(now.getTime() + rest) };
}

function isAhead(at: Date, now: Date, atMostMs: number): boolean {
  const aheadMs = at.getTime() - now.getTime();
  return aheadMs > 0 && aheadMs <= atMostMs;
}
