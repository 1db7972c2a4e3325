import { db } from "#lib/data/client";
import { hastenRequests } from "#lib/data/timestamp-requests";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

/**
 * Makes everything that waits for a timestamp authority due now; the worker asks within seconds.
 * @returns how many requests were waiting.
 * @throws AppError `not_allowed`.
 */
export async function askAgain(actor: Actor): Promise<number> {
  assertMay(actor, "proof.manage");
  return hastenRequests(db(), null, null);
}
