import { listRunningRequests, postponeRequest } from "#lib/data/capture-runs";
import { db } from "#lib/data/client";
import { tryLock } from "#lib/data/locks";
import { enqueueCapture } from "#lib/services/captures/enqueue-capture";
import { requestLock } from "#lib/services/captures/run-capture";

/**
 * Puts requests back into the queue whose worker is gone. A living worker holds the request's lock;
 * PostgreSQL frees the lock of a dead one, so nobody has to guess from a clock.
 * @returns ids of the requests put back.
 */
export async function reclaimRequests(): Promise<string[]> {
  const reclaimed: string[] = [];
  for (const running of await listRunningRequests()) {
    const lock = await tryLock(requestLock(running.id));
    if (!lock) continue;
    try {
      await db().$transaction(async (tx) => {
        const wasOurs = await postponeRequest(tx, running, { problem: null, retryAt: null, countAttempt: true });
        if (!wasOurs) return;
        await enqueueCapture(tx, running);
        reclaimed.push(running.id);
      });
    } finally {
      await lock.release();
    }
  }
  return reclaimed;
}
