import { db } from "#lib/data/client";
import { findSourceIdOfCapture } from "#lib/data/source-timelines";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

/** The id of a capture's source, or null when there is no such capture. @throws AppError `not_allowed`. */
export async function findSourceOfCapture(actor: Actor, captureId: string): Promise<string | null> {
  assertMay(actor, "captures.read");
  return isUuid(captureId) ? findSourceIdOfCapture(db(), captureId) : null;
}
