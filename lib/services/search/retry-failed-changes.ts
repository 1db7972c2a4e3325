import { db } from "#lib/data/client";
import { releaseFailedOutbox } from "#lib/data/search-outbox";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

/**
 * Lets changes that could not be indexed be tried again now; the worker takes them up within a second.
 * @returns how many there are.
 * @throws AppError `not_allowed`.
 */
export async function retryFailedChanges(actor: Actor): Promise<{ released: number }> {
  assertMay(actor, "search.manage");
  return { released: await releaseFailedOutbox(db()) };
}
