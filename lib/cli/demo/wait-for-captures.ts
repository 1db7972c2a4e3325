import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { getSubmissionProgress, type SubmissionProgress } from "#lib/services/submissions/get-submission-progress";

/**
 * Waits until the worker is done with every line of a submission.
 * @throws AppError `capture_timeout` naming the lines that are not done.
 */
export async function waitForCaptures(
  actor: Actor,
  submissionId: string,
  timeoutMs: number,
): Promise<SubmissionProgress> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const progress = await getSubmissionProgress(actor, submissionId);
    if (progress.isFinished) return progress;
    if (Date.now() > deadline) {
      const open = progress.lines.filter((line) => line.request && !line.capture).map((line) => line.input);
      throw new AppError("capture_timeout", `Not captured in ${timeoutMs / 1000} s: ${open.join(", ")}`);
    }
    await sleep(250);
  }
}
