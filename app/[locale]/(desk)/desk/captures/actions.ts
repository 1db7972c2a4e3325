"use server";

import { revalidatePath } from "next/cache";
import { requireActor } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import type { ExhibitTarget } from "#lib/schemas/case-inputs";
import type { WayWish } from "#lib/schemas/way-wish";
import { requestCapture } from "#lib/services/captures/request-capture";
import { withdrawRequest } from "#lib/services/captures/withdraw-request";
import { type AddedExhibit, addExhibit } from "#lib/services/cases/add-exhibit";
import { checkCapture } from "#lib/services/verify/check-capture";
import type { VerifyReport } from "#lib/services/verify/verify-capture";

/** Captures a source again; a line of a submission can follow it. */
export async function captureAgainAction(input: {
  sourceId: string;
  itemId?: string;
  way?: WayWish;
}): Promise<ActionResult<{ requestId: string; isNew: boolean }>> {
  return runAction(async () => {
    const sourceId = String(input.sourceId);
    const done = await requestCapture(await requireActor(), {
      sourceId,
      itemId: input.itemId && String(input.itemId),
      // Judged by its schema in the service.
      way: input.way,
    });
    revalidatePath("/[locale]/desk", "layout");
    return done;
  });
}

/** Takes back a queued request. The answer is false when it has begun. */
export async function withdrawAction(requestId: string): Promise<ActionResult<boolean>> {
  return runAction(async () => withdrawRequest(await requireActor(), String(requestId)));
}

/** Checks everything about a capture now. */
export async function checkCaptureAction(captureId: string): Promise<ActionResult<VerifyReport>> {
  return runAction(async () => checkCapture(await requireActor(), String(captureId)));
}

/** Puts a capture or a supplied file at the end of a case file. */
export async function addToCaseAction(input: {
  target: ExhibitTarget;
  caseId: string;
}): Promise<ActionResult<AddedExhibit>> {
  return runAction(async () => addExhibit(await requireActor(), { caseId: input.caseId, target: input.target }));
}
