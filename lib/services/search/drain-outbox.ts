import type { SearchIndex } from "#lib/core/search/search-index";
import { db, type Tx } from "#lib/data/client";
import { deleteOutbox, failOutbox, type OutboxRow, takeOutbox } from "#lib/data/search-outbox";
import { toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { currentIndex } from "#lib/services/search/current-index";
import { indexChanges } from "#lib/services/search/index-changes";
import { mayBeFed } from "#lib/services/search/index-state";

const BATCH = 200;
const TIMEOUT_MS = 120_000;

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
      const rows = await takeOutbox(tx, BATCH);
      if (rows.length === 0 || !(given || (await mayBeFed()))) return 0;
      const done = (await tryToIndex(index, rows)) ? rows : await indexOneByOne(tx, index, rows);
      await deleteOutbox(
        tx,
        done.map((row) => row.id),
      );
      return done.length;
    },
    { timeout: TIMEOUT_MS },
  );
}

/** All together, as it nearly always goes. */
async function tryToIndex(index: SearchIndex, rows: OutboxRow[]): Promise<boolean> {
  try {
    await indexChanges(index, rows);
    return true;
  } catch (thrown) {
    giveUpWhenDown(thrown);
    return false;
  }
}

/** One of them cannot be indexed: find out which. */
async function indexOneByOne(tx: Tx, index: SearchIndex, rows: OutboxRow[]): Promise<OutboxRow[]> {
  const done: OutboxRow[] = [];
  for (const row of rows) {
    try {
      await indexChanges(index, [row]);
      done.push(row);
    } catch (thrown) {
      giveUpWhenDown(thrown);
      logger.error({ err: thrown, kind: row.kind, entityId: row.entityId }, "a change cannot be indexed");
      await failOutbox(tx, [row.id], toAppError(thrown).message);
    }
  }
  return done;
}

/** When nobody answers, it is not the row's fault. */
function giveUpWhenDown(thrown: unknown): void {
  const error = toAppError(thrown);
  if (error.code === "search_down" || error.code === "database_down") throw error;
}
