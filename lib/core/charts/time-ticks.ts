import { BIN_STEPS, floorTo, type TimeBins } from "#lib/core/spread/time-bins";

/** A mark on the time axis. */
export type TimeTick = {
  atMs: number;
  /** From 0, the beginning of the first bin, to 1, the end of the last. */
  place: number;
};

export type TimeTicks = { stepMs: number; ticks: TimeTick[] };

const DAY_MS = 86_400_000;
/** Between the widths of bins, where a round number of hours or days reads better. */
const STEPS_MS = [...BIN_STEPS.map(({ ms }) => ms), 2 * 3_600_000, 12 * 3_600_000, 2 * DAY_MS, 14 * DAY_MS].sort(
  (a, b) => a - b,
);

/** Marks at round times, at most so many; a span that no round time falls into has one at its beginning. */
export function timeTicks(bins: TimeBins, most: number): TimeTicks {
  const endMs = bins.startMs + bins.count * bins.stepMs;
  for (const stepMs of STEPS_MS) {
    const ticks = ticksOf(bins, endMs, stepMs);
    if (ticks.length <= most && ticks.length > 0) return { stepMs, ticks };
  }
  return { stepMs: bins.stepMs, ticks: [{ atMs: bins.startMs, place: 0 }] };
}

function ticksOf({ startMs }: TimeBins, endMs: number, stepMs: number): TimeTick[] {
  const ticks: TimeTick[] = [];
  const first = floorTo(startMs, stepMs);
  for (let atMs = first < startMs ? first + stepMs : first; atMs < endMs && ticks.length <= 400; atMs += stepMs) {
    ticks.push({ atMs, place: (atMs - startMs) / (endMs - startMs) });
  }
  return ticks;
}
