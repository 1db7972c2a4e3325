import { AppError } from "#lib/errors";

/** The time a capture has left. A page can hang any call into it, so every call is raced against this. */
export type Deadline = {
  leftMs(): number;
  /**
   * @param capMs less than what is left, for steps that should not use it all.
   * @throws AppError `capture_timeout`; the late result is dropped.
   */
  within<T>(work: Promise<T>, what: string, capMs?: number): Promise<T>;
};

/** @param now the clock, in milliseconds. */
export function startDeadline(timeoutMs: number, now: () => number = Date.now): Deadline {
  const end = now() + timeoutMs;
  const leftMs = () => Math.max(0, end - now());
  return {
    leftMs,
    async within(work, what, capMs = Number.POSITIVE_INFINITY) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        const fail = () => reject(new AppError("capture_timeout", `Out of time: ${what}`, { step: what }));
        timer = setTimeout(fail, Math.min(leftMs(), capMs));
      });
      try {
        return await Promise.race([work, late]);
      } finally {
        clearTimeout(timer);
        // The loser may still fail later; nobody is waiting for it any more.
        work.catch(() => undefined);
      }
    },
  };
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
