import { toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { configuredEngine } from "#lib/services/search/engines";
import { whyToFill } from "#lib/services/search/index-state";
import { reindex } from "#lib/services/search/reindex";

const SAY_EVERY_MS = 10_000;

/**
 * Fills the search index when it does not hold what it should: on the first start, after the engine or what it keeps was
 * changed, when the server lost it. Does nothing otherwise.
 * @param stop gives it up between two batches; the next start begins again.
 * @returns how many documents it holds now; null when there was nothing to do.
 * @throws AppError `search_down`, `conflict` when another process is at it, `database_down`: try again later.
 */
export async function fillIndex(stop: AbortSignal): Promise<number | null> {
  const reason = await whyToFill();
  if (reason === null) return null;
  const { name } = configuredEngine();
  logger.info({ engine: name, reason }, "the search index is being filled");
  let saidAt = performance.now();
  const { indexed } = await reindex((documents) => {
    stop.throwIfAborted();
    if (performance.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = performance.now();
    logger.info({ engine: name, documents }, "the search index is being filled");
  });
  logger.info({ engine: name, documents: indexed }, "the search index is filled");
  return indexed;
}

/**
 * The worker's part, again and again: clears away what a rebuild left that did not come to its end, and fills the index
 * where that is needed. When another process is at it, there is nothing to do.
 */
export async function keepIndexFilled(stop: AbortSignal): Promise<void> {
  try {
    await configuredEngine().tidy();
    await fillIndex(stop);
  } catch (thrown) {
    if (!stop.aborted && toAppError(thrown).code !== "conflict") throw thrown;
  }
}
