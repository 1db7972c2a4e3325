import type { Tx } from "#lib/data/client";
import { captureSource } from "#lib/jobs/capture-source";
import { enqueue } from "#lib/jobs/queue";

/** Whoever waits for a capture goes first; planned looks take what is left. */
const SCHEDULED_PRIORITY = -10;

/**
 * Adds the job of a capture request, in the caller's transaction.
 * @param options.startAfter not before this time.
 */
export async function enqueueCapture(
  tx: Tx,
  request: { id: string; cause: "submission" | "schedule" },
  options: { startAfter?: Date } = {},
): Promise<void> {
  const priority = request.cause === "schedule" ? SCHEDULED_PRIORITY : 0;
  await enqueue(captureSource, { requestId: request.id }, tx, { ...options, priority });
}
