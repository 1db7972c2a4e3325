import { findCaptureRequest, withdrawQueuedRequest } from "#lib/data/capture-requests";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

/**
 * Takes back one's own capture request while it is queued. Its job finds the request ended and does nothing.
 * @returns false when the capture has begun in the meantime; then it goes on.
 * @throws AppError `not_found`; `not_allowed` for somebody else's request.
 */
export async function withdrawRequest(actor: Actor, requestId: string): Promise<boolean> {
  assertMay(actor, "sources.submit");
  const request = isUuid(requestId) ? await findCaptureRequest(db(), requestId) : null;
  if (!request) throw new AppError("not_found", `No capture request ${requestId}`);
  if (request.requestedBy.id !== actor.id) throw new AppError("not_allowed", "Somebody else asked for this capture");
  return withdrawQueuedRequest(db(), requestId);
}
