import { setTimeout as sleep } from "node:timers/promises";
import { toAppError } from "#lib/errors";
import { logger } from "#lib/logger";

/**
 * Does something again and again until `signal`, one at a time. A failure is logged and does not end it;
 * a database that is away is logged once.
 * @returns resolves when the last round has ended.
 */
export async function repeat(what: string, everyMs: number, signal: AbortSignal, work: () => Promise<unknown>) {
  let failing = false;
  while (!signal.aborted) {
    try {
      await work();
      failing = false;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (!failing) logger.warn({ err: error.message, code: error.code }, `${what} did not work; it goes on trying`);
      failing = true;
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
