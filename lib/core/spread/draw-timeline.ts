import { emptyBins } from "#lib/core/spread/bin-posts";
import { mainSpan } from "#lib/core/spread/main-span";
import { binAt, chooseBins, floorTo, type TimeBins } from "#lib/core/spread/time-bins";
import type { PostTimeline } from "#lib/core/spread/views";

/** Posts counted in even grains of time; `startMs` null holds those without a time. */
export type GrainCounts = {
  grainMs: number;
  grains: readonly (readonly [startMs: number | null, originals: number, copied: number, reposts: number])[];
  /** Accounts by the grain of their first post. */
  arrivals: readonly (readonly [startMs: number, accounts: number])[];
};

export type TimelinePlan = {
  /** Null when no post has a time. */
  bins: TimeBins | null;
  before: number;
  after: number;
};

/**
 * Which bins to draw: those of the span where nearly all posts are, or of the whole. They may be narrower than the grains;
 * then `bins` is a stretch to count again, in grains of their width, and to plan anew with `leastMs`.
 * @param leastMs no bins are narrower.
 */
export function planTimeline({ grainMs, grains }: GrainCounts, isWhole: boolean, leastMs = 0): TimelinePlan {
  const counts = grains.flatMap(([startMs, originals, , reposts]) =>
    startMs === null ? [] : [{ startMs, posts: originals + reposts }],
  );
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last) return { bins: null, before: 0, after: 0 };
  const whole = { fromMs: first.startMs, toMs: last.startMs, before: 0, after: 0 };
  const { fromMs, toMs, before, after } = (isWhole ? null : mainSpan(counts)) ?? whole;
  return { bins: chooseBins(fromMs, toMs + grainMs - 1, leastMs), before, after };
}

/**
 * The grains summed up into bins that are no narrower than they are. What lies before or after the bins is left out, and
 * so is what has no time; `missing` says how much that is.
 */
export function drawTimeline(
  { grains, arrivals }: GrainCounts,
  bins: TimeBins | null,
  missing: Omit<PostTimeline, "bins" | "counts">,
): PostTimeline {
  const counts = bins ? emptyBins(bins) : [];
  for (const [startMs, originals, copied, reposts] of grains) {
    const bin = startMs === null || !bins ? undefined : counts[binAt(bins, startMs)];
    if (!bin) continue;
    bin.originals += originals;
    bin.copied += copied;
    bin.reposts += reposts;
  }
  for (const [startMs, accounts] of arrivals) {
    const bin = bins ? counts[binAt(bins, startMs)] : undefined;
    if (bin) bin.newAccounts += accounts;
  }
  return { bins, counts, ...missing };
}

/** Accounts that came before the bins begin. */
export function countArrivedBefore({ grainMs, arrivals }: GrainCounts, bins: TimeBins | null): number {
  const startMs = bins ? floorTo(bins.startMs, grainMs) : 0;
  return arrivals.reduce((sum, [at, accounts]) => sum + (bins && at < startMs ? accounts : 0), 0);
}

/** Posts in the grains: all of them, and those without a time. */
export function countGrains(grains: GrainCounts["grains"]): { originals: number; reposts: number; undated: number } {
  const sum = { originals: 0, reposts: 0, undated: 0 };
  for (const [startMs, originals, , reposts] of grains) {
    sum.originals += originals;
    sum.reposts += reposts;
    if (startMs === null) sum.undated += originals + reposts;
  }
  return sum;
}
