import { summarise } from "#lib/core/evidence/checks/check-line";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { type VerifyReport, verifyCapture } from "#lib/services/verify/verify-capture";

/** More broken things than this are counted in the custody log, not named. */
const MAX_NAMED = 50;

/**
 * Checks a capture with everything that `verify` checks, and writes into the custody log who asked and what was found.
 * @param actor null when the archive itself asks.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function checkCapture(actor: Actor | null, captureId: string): Promise<VerifyReport> {
  if (actor) assertMay(actor, "captures.read");
  const report = await verifyCapture(captureId);
  const failing = report.lines.filter(({ state }) => state === "fails");
  await db().$transaction((tx) =>
    appendCustodyEvent(tx, {
      actor,
      action: "capture.files_checked",
      subjectType: "capture",
      subjectId: report.captureId,
      details: {
        ...summarise(report.lines),
        failing: failing.slice(0, MAX_NAMED).map(({ check, subject, detail }) => ({ check, subject, detail })),
      },
    }),
  );
  return report;
}
