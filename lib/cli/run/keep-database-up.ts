import { setTimeout as sleep } from "node:timers/promises";
import type { OpenDatabase } from "#lib/cli/run/open-database";

const LOOK_EVERY_MS = 2_000;

/**
 * Looks after the embedded PostgreSQL as after the other two: when it was killed or ended, it is started again on the
 * same port. Web and worker wait for it meanwhile.
 */
export function keepDatabaseUp(database: Pick<OpenDatabase, "revive">, everyMs = LOOK_EVERY_MS) {
  const stopping = new AbortController();
  const watch = async () => {
    let isFailing = false;
    while (await passes(everyMs, stopping.signal)) {
      try {
        if (await database.revive()) console.error("  PostgreSQL had stopped; it was started again");
        isFailing = false;
      } catch (thrown) {
        if (!isFailing) console.error(`  PostgreSQL has stopped; trying to start it. ${(thrown as Error).message}`);
        isFailing = true;
      }
    }
  };
  const watching = watch();
  return {
    /** Ends the watch; a start that is under way is waited for. */
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
}

const passes = (ms: number, signal: AbortSignal) => sleep(ms, true, { signal }).catch(() => false);
