import { setInterval } from "node:timers";
import { db } from "#lib/data/client";
import { endRebuild, noteRebuildProgress, startRebuild } from "#lib/data/rebuilds";
import { toAppError } from "#lib/errors";
import { logger } from "#lib/logger";

const TELL_EVERY_MS = 2_000;

type Tell = (done: number, total?: number) => void;

/**
 * Does a rebuild that somebody asked for, and writes down how far it is. One that fails says why; one that is cut off
 * because the worker stops is done again, from the start, by the next.
 * @param total about how much there is to do.
 * @param work the rebuild; it tells how far it is, and stops when `signal` says so.
 * @throws whatever `signal` was aborted with.
 */
export async function runRebuild(
  rebuildId: string,
  signal: AbortSignal,
  total: number,
  work: (tell: Tell) => Promise<{ done: number; differences?: number | null }>,
): Promise<void> {
  if (!(await startRebuild(db(), rebuildId, total))) return;
  let told: [done: number, total?: number] = [0];
  const telling = setInterval(() => {
    noteRebuildProgress(db(), rebuildId, ...told).catch(() => undefined);
  }, TELL_EVERY_MS);
  try {
    const end = await work((...news) => {
      signal.throwIfAborted();
      told = news;
    });
    await endRebuild(db(), rebuildId, end);
  } catch (thrown) {
    signal.throwIfAborted();
    logger.error({ err: thrown }, "a rebuild failed");
    await endRebuild(db(), rebuildId, { problem: toAppError(thrown).message });
  } finally {
    clearInterval(telling);
  }
}
