const MINUTE_MS = 60_000;
const WAITS_MS = [MINUTE_MS / 2, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS];

/**
 * How long an authority that gave no good answer is left alone.
 * @param attempts how often it was asked for this token, this time included.
 */
export function timestampBackoffMs(attempts: number): number {
  return WAITS_MS[Math.min(Math.max(attempts, 1), WAITS_MS.length) - 1] ?? MINUTE_MS;
}
