import type { Tx } from "#lib/data/client";
import { lockActiveAdmins } from "#lib/data/people";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

/**
 * Makes sure that the actor is an admin at this very moment, not only when their request began, and keeps the set of
 * admins as it is until the transaction ends.
 * @returns ids of all active admins.
 * @throws AppError `not_allowed`.
 */
export async function requireAdmin(tx: Tx, actor: Actor): Promise<string[]> {
  assertMay(actor, "people.manage");
  const admins = await lockActiveAdmins(tx);
  if (!admins.includes(actor.id)) throw new AppError("not_allowed", "No longer an active admin");
  return admins;
}
