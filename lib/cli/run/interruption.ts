/** A second Ctrl-C within this time is the same one: npm hands on what the terminal has sent already. */
const SAME_KEY_MS = 1_000;

/** Thrown out of whatever was under way when somebody pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/**
 * Listens to Ctrl-C, SIGTERM and a closed terminal from now on, so that what has been started by then is stopped in
 * order, also in the middle of a start. A second Ctrl-C does not wait for that.
 * @returns aborted with an `Interrupted` at the first of them.
 */
export function watchInterruption(): AbortSignal {
  const controller = new AbortController();
  let since = 0;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) {
        if (name === "SIGINT" && performance.now() - since > SAME_KEY_MS) process.exit(130);
        return;
      }
      since = performance.now();
      process.stdout.write("\n  Stopping: captures that are under way are done again at the next start.\n");
      controller.abort(new Interrupted(name));
    });
  }
  return controller.signal;
}

/** Work, or the interruption if that comes first. */
export function unlessInterrupted<T>(interruption: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([work, untilInterrupted(interruption)]);
}

/** Never resolves. @throws Interrupted when the signal comes. */
export function untilInterrupted(interruption: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(interruption.reason);
    if (interruption.aborted) end();
    else interruption.addEventListener("abort", end, { once: true });
  });
}
