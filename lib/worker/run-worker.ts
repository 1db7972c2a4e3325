import { setTimeout as sleep } from "node:timers/promises";
import { env } from "#lib/env";
import { toAppError } from "#lib/errors";
import { captureSource } from "#lib/jobs/capture-source";
import { handleCaptureSource } from "#lib/jobs/capture-source.handler";
import { checkReplay } from "#lib/jobs/check-replay";
import { handleCheckReplay } from "#lib/jobs/check-replay.handler";
import { closeQueue, openQueue } from "#lib/jobs/queue";
import { rebuildPhrasingsJob } from "#lib/jobs/rebuild-phrasings";
import { handleRebuildPhrasings } from "#lib/jobs/rebuild-phrasings.handler";
import { reindexSearch } from "#lib/jobs/reindex-search";
import { handleReindexSearch } from "#lib/jobs/reindex-search.handler";
import { logger } from "#lib/logger";
import { captureBrowser } from "#lib/services/captures/browser-runtime";
import { reclaimRequests } from "#lib/services/captures/reclaim-requests";
import { runDueRechecks } from "#lib/services/captures/run-due-rechecks";
import { sweepUnfinishedFiles } from "#lib/services/captures/sweep-unfinished-files";
import { signDailyHead } from "#lib/services/custody/sign-daily-head";
import { prepareKeys } from "#lib/services/keys/prepare-keys";
import { settleWordings } from "#lib/services/phrasings/settle-wordings";
import { drainOutbox } from "#lib/services/search/drain-outbox";
import { keepIndexFilled } from "#lib/services/search/fill-index";
import { tendSearch } from "#lib/services/search/tend-search";
import { drainTimestamps } from "#lib/services/timestamps/drain-timestamps";
import { checkPublishedCaptures } from "#lib/services/verify/check-published";
import { repeat } from "#lib/worker/repeat";
import { waitForDatabase } from "#lib/worker/wait-for-database";

const POLL_SECONDS = 0.5;
const RECLAIM_EVERY_MS = 5_000;
const INDEX_EVERY_MS = 700;
const TEND_EVERY_MS = 300_000;
const FILL_EVERY_MS = 15_000;
const SETTLE_EVERY_MS = 500;
const RECHECK_EVERY_MS = 10_000;
const STAMP_EVERY_MS = 1_500;
const HEAD_EVERY_MS = 60_000;
const CHECK_EVERY_MS = 60_000;
const SWEEP_EVERY_MS = 3_600_000;
/** A capture that needs longer than this at shutdown is put back and done again. */
const FINISH_MS = 5_000;

/**
 * The worker until `stop`: captures from the queue, requests of dead workers, the search outbox.
 * @throws AppError `self_test_failed`, `browser_failed`, `start_failed`: without a true browser there is no work to do.
 */
export async function runWorker(stop: AbortSignal): Promise<void> {
  const { version, sandbox, missingGlyphs, origin } = await captureBrowser();
  logger.info({ version, origin, sandbox }, "browser tested");
  if (missingGlyphs.length > 0) {
    logger.warn({ missingGlyphs }, "no font on this machine has these scripts; pictures show empty boxes for them");
  }
  const boss = await openPatiently(stop);
  if (!boss) return;

  await prepareKeys().catch((thrown) =>
    logger.warn({ err: toAppError(thrown).message }, "the signing keys were not looked at; the first capture will"),
  );

  const abortCaptures = new AbortController();
  const options = { localConcurrency: env().CAPTURE_CONCURRENCY, pollingIntervalSeconds: POLL_SECONDS };
  await boss.work(captureSource.name, { ...options, heartbeatRefreshSeconds: 3 }, async (jobs) => {
    for (const { data } of jobs) await handleCaptureSource(captureSource.payload.parse(data), abortCaptures.signal);
  });
  // One at a time, whatever else is going on: nobody waits for it.
  const quietly = { localConcurrency: 1, pollingIntervalSeconds: 2, heartbeatRefreshSeconds: 3 };
  await boss.work(checkReplay.name, quietly, async (jobs) => {
    for (const { data } of jobs) await handleCheckReplay(checkReplay.payload.parse(data), abortCaptures.signal);
  });
  await boss.work(reindexSearch.name, quietly, async (jobs) => {
    for (const { data } of jobs) await handleReindexSearch(reindexSearch.payload.parse(data), abortCaptures.signal);
  });
  await boss.work(rebuildPhrasingsJob.name, quietly, async (jobs) => {
    for (const { data } of jobs) {
      await handleRebuildPhrasings(rebuildPhrasingsJob.payload.parse(data), abortCaptures.signal);
    }
  });
  const loops = [
    repeat("taking over requests of dead workers", RECLAIM_EVERY_MS, stop, async () => {
      const ids = await reclaimRequests();
      if (ids.length > 0) logger.info({ ids }, "requests of a dead worker are back in the queue");
    }),
    repeat("comparing new wordings", SETTLE_EVERY_MS, stop, async () => {
      while (!stop.aborted && (await settleWordings()) > 0);
    }),
    repeat("bringing changes to the search index", INDEX_EVERY_MS, stop, async () => {
      while (!stop.aborted && (await drainOutbox()) > 0);
    }),
    repeat("tending the search index", TEND_EVERY_MS, stop, async () => {
      const moved = await tendSearch(stop);
      if (moved > 0) logger.info({ moved }, "slices of the search index were cut anew");
    }),
    repeat("filling the search index", FILL_EVERY_MS, stop, () => keepIndexFilled(stop)),
    repeat("asking for planned looks", RECHECK_EVERY_MS, stop, async () => {
      const ids = await runDueRechecks();
      if (ids.length > 0) logger.info({ ids }, "planned looks are due");
    }),
    repeat("asking timestamp authorities", STAMP_EVERY_MS, stop, () => drainTimestamps(stop)),
    repeat("signing the custody log", HEAD_EVERY_MS, stop, () => signDailyHead()),
    repeat("checking published captures", CHECK_EVERY_MS, stop, async () => void (await checkPublishedCaptures(stop))),
    repeat("sweeping unfinished files", SWEEP_EVERY_MS, stop, sweepUnfinishedFiles),
  ];
  logger.info({ pid: process.pid, concurrency: env().CAPTURE_CONCURRENCY }, "worker ready");

  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener("abort", resolve, { once: true }));
  logger.info("worker stops; running captures are finished or put back");
  const impatience = setTimeout(() => abortCaptures.abort(), FINISH_MS);
  await boss.stop({ graceful: true, timeout: FINISH_MS + 10_000 });
  clearTimeout(impatience);
  await Promise.all(loops);
  await closeQueue();
  logger.info("worker stopped");
}

/** The database may be down, or not migrated yet: both pass. */
async function openPatiently(stop: AbortSignal) {
  while (await waitForDatabase(stop)) {
    try {
      return await openQueue({ supervise: true, max: 4 });
    } catch (thrown) {
      logger.warn({ err: toAppError(thrown).message }, "the job queue could not be opened; trying again");
      await sleep(1_000, undefined, { signal: stop }).catch(() => undefined);
    }
  }
  return undefined;
}
