import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { checkFiles, type FileCheck } from "#lib/services/captures/check-files";

/**
 * Checks the files of a capture because somebody asked, and writes into the custody log who asked and what was found.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function verifyFiles(actor: Actor, captureId: string): Promise<FileCheck> {
  assertMay(actor, "captures.read");
  const check = await checkFiles(captureId);
  const broken = check.files.filter((file) => file.state !== "holds");
  await db().$transaction((tx) =>
    appendCustodyEvent(tx, {
      actor,
      action: "capture.files_checked",
      subjectType: "capture",
      subjectId: check.captureId,
      details: {
        files: check.files.length,
        hold: check.files.length - broken.length,
        manifest: check.manifest,
        broken: broken.map(({ name, state }) => ({ name, state })),
      },
    }),
  );
  return check;
}
