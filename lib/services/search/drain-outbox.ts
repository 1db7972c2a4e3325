import type { SearchIndex } from "#lib/core/search/search-index";
import { db, type Tx } from "#lib/data/client";
import { deleteOutbox, failOutbox, type OutboxRow, takeOutbox } from "#lib/data/search-outbox";
import { toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { currentIndex } from "#lib/services/search/current-index";
import { indexChanges } from "#lib/services/search/index-changes";
import { mayBeFed } from "#lib/services/search/index-state";

/** Changes at once: an engine that is another server takes about as long for one as for hundreds. */
export const DRAIN_BATCH = 1_000;
/** The documents of one large phrasing may be many. */
const TIMEOUT_MS = 600_000;

/**
 * Brings changes to the search index: reads what the outbox names from the record, writes it, crosses it off.
 * Everything can be repeated, so a crash in the middle costs nothing. A change that cannot be indexed waits, longer
 * each time, and does not hold up the others. While the engine's index is being filled for the first time, all wait.
 * @param given an engine to tell; the one of this installation unless given.
 * @returns how many changes were crossed off; 0 when there is nothing to do now.
 * @throws AppError `search_down`, `database_down`: nothing is lost, try again later.
 */
export async function drainOutbox(given?: SearchIndex): Promise<number> {
  const index = given ?? currentIndex();
  return db().$transaction(
    async (tx) => {
      const rows = await takeOutbox(tx, DRAIN_BATCH);
      if (rows.length === 0 || !(given || (await mayBeFed()))) return 0;
      const done = await indexOrSplit(tx, index, rows);
      await deleteOutbox(
        tx,
        done.map((row) => row.id),
      );
      return done.length;
    },
    { timeout: TIMEOUT_MS },
  );
}

/** All together, as it nearly always goes; else by halves, until it is known which of them cannot be indexed. */
async function indexOrSplit(tx: Tx, index: SearchIndex, rows: OutboxRow[]): Promise<OutboxRow[]> {
  const [row] = rows;
  if (!row) return [];
  try {
    await indexChanges(index, rows);
    return rows;
  } catch (thrown) {
    giveUpWhenDown(thrown);
    if (rows.length > 1) {
      const half = Math.ceil(rows.length / 2);
      const done = await indexOrSplit(tx, index, rows.slice(0, half));
      return [...done, ...(await indexOrSplit(tx, index, rows.slice(half)))];
    }
    logger.error({ err: thrown, kind: row.kind, entityId: row.entityId }, "a change cannot be indexed");
    await failOutbox(tx, [row.id], toAppError(thrown).message);
    return [];
  }
}

/** When nobody answers, it is not the row's fault. */
function giveUpWhenDown(thrown: unknown): void {
  const error = toAppError(thrown);
  if (error.code === "search_down" || error.code === "database_down") throw error;
}
