import { mergeDueLooks } from "#lib/core/captures/plan-rechecks";
import { findPendingRequests } from "#lib/data/capture-requests";
import { db } from "#lib/data/client";
import { createScheduledRequest, holdDueSources, listDueRechecks, turnIntoRequest } from "#lib/data/rechecks";
import { prepareQueue } from "#lib/jobs/queue";
import { enqueueCapture } from "#lib/services/captures/enqueue-capture";

/** Scheduled captures of one host begin no closer than this: an archive that was off catches up without a storm. */
const HOST_GAP_MS = 15_000;
/** Scheduled captures that may wait or run at the same time, over all hosts. */
const MAX_PENDING = 20;

/**
 * Turns planned looks that are due into capture requests with their jobs, in one transaction: after a crash they are
 * all due again or all requested. Several due looks of one source become one.
 * @param now the time to go by.
 * @returns ids of the requests made.
 */
export async function runDueRechecks(now = new Date()): Promise<string[]> {
  await prepareQueue();
  return db().$transaction(
    async (tx) => {
      const made: string[] = [];
      for (const sourceId of await holdDueSources(tx, now, { hostGapMs: HOST_GAP_MS, maxPending: MAX_PENDING })) {
        // Read under the hold: a person may have asked a moment ago, and a capture recorded then has planned anew.
        if ((await findPendingRequests(tx, [sourceId])).size > 0) continue;
        const look = mergeDueLooks(await listDueRechecks(tx, sourceId, now));
        if (!look) continue;
        const id = await createScheduledRequest(tx, look.keep, now);
        await turnIntoRequest(tx, look, id);
        await enqueueCapture(tx, { id, cause: "schedule" });
        made.push(id);
      }
      return made;
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}
