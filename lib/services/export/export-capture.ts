import type { BundleTexts } from "#lib/core/evidence/bundle-texts";
import { isCapturePublished } from "#lib/data/artifacts";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";
import { type BundlePlan, planBundle } from "#lib/services/export/plan-bundle";

/** Where an export goes: through the browser of somebody at the desk, or from the server's own shell. */
export type ExportWay = "desk" | "command_line";

/**
 * A capture with all its proofs, for somebody at the desk or (actor null) on the server's own shell. The custody log says
 * so before the first byte leaves: an export that was broken off is on record, one that is not on record cannot be.
 * @throws AppError `not_found`, `not_allowed`, `file_damaged` when its manifest is not what was captured.
 */
export async function exportCapture(
  actor: Actor | null,
  captureId: string,
  { way, texts }: { way: ExportWay; texts: BundleTexts },
): Promise<BundlePlan> {
  if (actor) assertMay(actor, "captures.read");
  // Only what can be exported is written down as exported.
  await planBundle(captureId, { withCustody: false, texts });
  await db().$transaction((tx) =>
    appendCustodyEvent(tx, {
      actor,
      action: "capture.exported",
      subjectType: "capture",
      subjectId: captureId,
      details: { way },
    }),
  );
  return planBundle(captureId, { withCustody: true, texts });
}

/**
 * A published capture with its proofs, for readers: without the custody log's lines, which name staff. Readers are not
 * written down, and the log would grow with every robot that passes.
 * @throws AppError `not_found` also for a capture that is in no published case.
 */
export async function exportPublishedCapture(captureId: string, texts: BundleTexts): Promise<BundlePlan> {
  if (!isUuid(captureId) || !(await isCapturePublished(db(), captureId))) {
    throw new AppError("not_found", `No published capture ${captureId}`);
  }
  return planBundle(captureId, { withCustody: false, texts });
}
