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

/** A mark with its words, which stand after it, or before it where they would leave the drawing. */
export type LabelledTick = TimeTick & {
  /** Null where the words would run into those of the mark before. */
  label: string | null;
  side: "after" | "before";
};

/** Of the small type under a drawing, in px: the widest digit or letter, a space or a sign between, padding, distance. */
const LETTER_PX = 7.2;
const NARROW_PX = 3.6;
const EDGE_PX = 5;
const APART_PX = 8;

/** The room that words take under a drawing, estimated from their characters and rather too much than too little. */
export function labelWidth(label: string): number {
  return EDGE_PX + [...label].reduce((sum, char) => sum + (/[\s\p{P}]/u.test(char) ? NARROW_PX : LETTER_PX), 0);
}

/**
 * Marks with words that keep apart in a drawing of this width, and so in every wider one.
 * @param say a mark in words; the first one says more than those after it.
 */
export function labelTicks(
  { stepMs, ticks }: TimeTicks,
  widthPx: number,
  say: (atMs: number, stepMs: number, isFirst: boolean) => string,
): LabelledTick[] {
  let taken = Number.NEGATIVE_INFINITY;
  return ticks.map((tick, i) => {
    const label = say(tick.atMs, stepMs, i === 0);
    const width = labelWidth(label);
    const at = tick.place * widthPx;
    const side = at + width > widthPx ? "before" : "after";
    const start = side === "before" ? at - width : at;
    if (start < taken) return { ...tick, label: null, side };
    taken = start + width + APART_PX;
    return { ...tick, label, side };
  });
}
