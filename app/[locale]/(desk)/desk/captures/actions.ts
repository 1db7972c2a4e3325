"use server";

import { revalidatePath } from "next/cache";
import { requireActor } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import type { ExhibitTarget } from "#lib/schemas/case-inputs";
import type { WayWish } from "#lib/schemas/way-wish";
import type { FileCheck } from "#lib/services/captures/check-files";
import { requestCapture } from "#lib/services/captures/request-capture";
import { verifyFiles } from "#lib/services/captures/verify-files";
import { withdrawRequest } from "#lib/services/captures/withdraw-request";
import { type AddedExhibit, addExhibit } from "#lib/services/cases/add-exhibit";

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

/** Checks the files of a capture now. */
export async function checkFilesAction(captureId: string): Promise<ActionResult<FileCheck>> {
  return runAction(async () => verifyFiles(await requireActor(), String(captureId)));
}

/** Puts a capture or a supplied file at the end of a case file. */
export async function addToCaseAction(input: {
  target: ExhibitTarget;
  caseId: string;
}): Promise<ActionResult<AddedExhibit>> {
  return runAction(async () => addExhibit(await requireActor(), { caseId: input.caseId, target: input.target }));
}
