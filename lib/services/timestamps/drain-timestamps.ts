import { readTrustedRoots } from "#lib/adapters/timestamps/trusted-roots";
import { ASKING_PROBLEMS } from "#lib/core/evidence/timestamps/asking-problem";
import { timestampBackoffMs } from "#lib/core/evidence/timestamps/backoff";
import type { TrustedRoots } from "#lib/core/evidence/timestamps/token-check";
import { db } from "#lib/data/client";
import { claimDueRequest, followAuthorities, hastenRequests, postponeRequests } from "#lib/data/timestamp-requests";
import { logger } from "#lib/logger";
import { askForToken } from "#lib/services/timestamps/ask-for-token";
import { timestampAuthorities } from "#lib/services/timestamps/authorities";
import { recordToken } from "#lib/services/timestamps/record-token";

/** Longer than one question can take; a request of a dead worker is due again after it. */
const LEASE_MS = 60_000;

/**
 * Asks every authority for the tokens that are due: the authorities beside one another, the questions to each one after
 * another. An authority that gives no good answer is left alone for a while, with everything that waits for it.
 * @returns how many tokens were recorded.
 * @throws AppError `bad_settings`, `storage_failed`, `database_down`; what was not recorded is asked again.
 */
export async function drainTimestamps(signal: AbortSignal = new AbortController().signal): Promise<number> {
  const authorities = timestampAuthorities();
  await followAuthorities(db(), authorities);
  if (authorities.length === 0) return 0;
  const roots = await readTrustedRoots();
  const counts = await Promise.all(authorities.map((authority) => drainAuthority(authority, roots, signal)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function drainAuthority(authority: string, roots: TrustedRoots, signal: AbortSignal): Promise<number> {
  for (let granted = 0; ; granted++) {
    const row = signal.aborted ? null : await claimDueRequest(db(), authority, LEASE_MS);
    if (!row) return granted;
    const asked = await askForToken(row, roots, signal);
    // Stopped in the middle: no fault of the authority's.
    if (signal.aborted && !asked.ok) return granted;
    if (!asked.ok) {
      const problem = asked.detail ? `${asked.problem}: ${asked.detail.slice(0, 300)}` : asked.problem;
      await postponeRequests(db(), row, problem, new Date(Date.now() + timestampBackoffMs(row.attempts)));
      logger.warn({ authority, problem, attempts: row.attempts }, "a timestamp authority gave no token");
      return granted;
    }
    await recordToken(row, asked);
    await hastenRequests(db(), authority, ASKING_PROBLEMS);
  }
}
