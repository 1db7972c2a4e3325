const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** Widths of one bin. Whole weeks beyond a day, because months differ in length and bars of them cannot be compared. */
export const BIN_STEPS = [
  { name: "minute", ms: MINUTE_MS },
  { name: "five_minutes", ms: 5 * MINUTE_MS },
  { name: "quarter_hour", ms: 15 * MINUTE_MS },
  { name: "hour", ms: HOUR_MS },
  { name: "six_hours", ms: 6 * HOUR_MS },
  { name: "day", ms: DAY_MS },
  { name: "week", ms: WEEK_MS },
  { name: "four_weeks", ms: 4 * WEEK_MS },
  { name: "thirteen_weeks", ms: 13 * WEEK_MS },
  { name: "fifty_two_weeks", ms: 52 * WEEK_MS },
] as const;
export type BinStep = (typeof BIN_STEPS)[number]["name"];

/** Bins of one width, one after the other without a gap. Times are milliseconds since 1970. */
export type TimeBins = { step: BinStep; stepMs: number; startMs: number; count: number };

/** Where every width begins to count: Monday, 5 January 1970, 00:00 UTC, so that weeks begin on Mondays (ISO 8601). */
export const BIN_ORIGIN_MS = 4 * DAY_MS;

export const MAX_BINS = 120;

/**
 * The finest bins that show all from the first to the last moment in a chart that can still be read.
 * @param firstMs, lastMs in either order.
 * @param leastMs no bins are narrower: posts that were already counted in grains of time cannot be told apart further.
 * @returns at least one bin; more than `MAX_BINS` only beyond a century, where platforms state no time that is true.
 */
export function chooseBins(firstMs: number, lastMs: number, leastMs = 0): TimeBins {
  const [from, to] = firstMs <= lastMs ? [firstMs, lastMs] : [lastMs, firstMs];
  const last = BIN_STEPS[BIN_STEPS.length - 1];
  const step = BIN_STEPS.find(({ ms }) => ms >= leastMs && countOf(from, to, ms) <= MAX_BINS) ?? last ?? BIN_STEPS[0];
  return { step: step.name, stepMs: step.ms, startMs: floorTo(from, step.ms), count: countOf(from, to, step.ms) };
}

/** Which bin a moment falls into; -1 outside of all. */
export function binAt(bins: TimeBins, ms: number): number {
  const at = Math.floor((ms - bins.startMs) / bins.stepMs);
  return at >= 0 && at < bins.count ? at : -1;
}

/** Where the bin begins that holds a moment: what PostgreSQL's `date_bin` gives with the same origin. */
export function floorTo(ms: number, stepMs: number): number {
  return BIN_ORIGIN_MS + Math.floor((ms - BIN_ORIGIN_MS) / stepMs) * stepMs;
}

const countOf = (from: number, to: number, stepMs: number) =>
  Math.round((floorTo(to, stepMs) - floorTo(from, stepMs)) / stepMs) + 1;
