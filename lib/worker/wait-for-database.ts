import { setTimeout as sleep } from "node:timers/promises";
import { logger } from "#lib/logger";
import { checkHealth } from "#lib/services/system/check-health";

const SAY_EVERY_MS = 10_000;

/** Waits until PostgreSQL answers, saying so now and then. @returns false when `signal` ended the waiting. */
export async function waitForDatabase(signal: AbortSignal): Promise<boolean> {
  for (let saidAt = 0; !signal.aborted; ) {
    if ((await checkHealth()).database) return true;
    if (Date.now() - saidAt >= SAY_EVERY_MS) {
      logger.warn("PostgreSQL does not answer yet; the worker waits for it and captures stay in the queue");
      saidAt = Date.now();
    }
    await sleep(500, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
