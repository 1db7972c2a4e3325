import { setNoticeSeen } from "#lib/data/change-notices";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

/**
 * Marks a change as seen, with who saw it, or takes that back. Marked by two people, the first stays.
 * @throws AppError `not_found`; `not_allowed`.
 */
export async function markChangeSeen(
  actor: Actor,
  { changeId, isSeen }: { changeId: string; isSeen: boolean },
  now = new Date(),
): Promise<void> {
  assertMay(actor, "captures.read");
  const seen = isSeen ? { at: now, byId: actor.id } : null;
  const found = isUuid(changeId) && (await setNoticeSeen(db(), changeId, seen));
  if (!found) throw new AppError("not_found", `No change ${changeId}`);
}
