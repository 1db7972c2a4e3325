import { summarise } from "#lib/core/evidence/checks/check-line";
import { db } from "#lib/data/client";
import { tryLock } from "#lib/data/locks";
import { listPublishedUnchecked } from "#lib/data/proof-facts";
import { logger } from "#lib/logger";
import { checkCapture } from "#lib/services/verify/check-capture";

/** What readers see is looked at again at least this often. */
const CHECK_AGAIN_AFTER_MS = 30 * 86_400_000;
const BATCH = 20;
const LOCK = "check-published";

/**
 * Checks every published capture that nobody has checked, and again every thirty days, so that the mark beside it rests
 * on a check. What was done is in the custody log: a restart goes on where it stopped. One worker at a time.
 * @returns how many captures were checked.
 */
export async function checkPublishedCaptures(stop: AbortSignal, now: Date = new Date()): Promise<number> {
  const before = new Date(now.getTime() - CHECK_AGAIN_AFTER_MS);
  if ((await listPublishedUnchecked(db(), before, 1)).length === 0) return 0;
  const lock = await tryLock(LOCK);
  if (!lock) return 0;
  try {
    let checked = 0;
    for (const captureId of await listPublishedUnchecked(db(), before, BATCH)) {
      if (stop.aborted) break;
      const { fails } = summarise((await checkCapture(null, captureId)).lines);
      if (fails > 0) logger.error({ capture: captureId, fails }, "a published capture does not hold any more");
      checked++;
    }
    return checked;
  } finally {
    await lock.release();
  }
}
