import { setInterval } from "node:timers";
import { db } from "#lib/data/client";
import { endRebuild, noteRebuildProgress, startRebuild } from "#lib/data/rebuilds";
import { toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { countSearched, reindex } from "#lib/services/search/reindex";

const TELL_EVERY_MS = 2_000;

/**
 * Does a rebuild of the search index that somebody asked for, and writes down how far it is. One that fails says why;
 * one that is cut off because the worker stops is done again, from the start, by the next.
 * @throws whatever `signal` was aborted with.
 */
export async function runReindex(rebuildId: string, signal: AbortSignal): Promise<void> {
  if (!(await startRebuild(db(), rebuildId, await countSearched()))) return;
  let done = 0;
  const tell = () => noteRebuildProgress(db(), rebuildId, done).catch(() => undefined);
  const telling = setInterval(tell, TELL_EVERY_MS);
  try {
    const { indexed } = await reindex((count) => {
      signal.throwIfAborted();
      done = count;
    });
    await endRebuild(db(), rebuildId, { done: indexed });
  } catch (thrown) {
    signal.throwIfAborted();
    logger.error({ err: thrown }, "the search index could not be rebuilt");
    await endRebuild(db(), rebuildId, { problem: toAppError(thrown).message });
  } finally {
    clearInterval(telling);
  }
}
