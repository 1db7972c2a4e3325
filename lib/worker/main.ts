import { toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { closeConnections } from "#lib/services/system/close-connections";
import { runWorker } from "#lib/worker/run-worker";

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop.abort());

try {
  await runWorker(stop.signal);
} catch (thrown) {
  const { code, message } = toAppError(thrown);
  logger.fatal({ code, err: thrown }, `the worker cannot work: ${message}`);
  process.exitCode = 1;
}
await closeConnections();
// Whatever a page left open (a socket, a timer) is no reason to stay.
process.exit();
