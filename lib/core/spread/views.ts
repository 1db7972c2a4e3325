import type { PostBin } from "#lib/core/spread/bin-posts";
import type { TimeBins } from "#lib/core/spread/time-bins";

/** Posts over time as pages draw them: plain data. */
export type PostTimeline = {
  /** Null when no post has a time. */
  bins: TimeBins | null;
  /** One for each bin, in order. */
  counts: PostBin[];
  /** Dated posts that are left out of the picture because they lie far from the others. */
  before: number;
  after: number;
  /** Posts without a time. */
  undated: number;
  /** Posts whose wording has no phrasing yet: they count as wordings of their own. */
  uncompared: number;
};

/** What the bins hold together. */
export function sumBins(counts: readonly PostBin[]): Omit<PostBin, "startMs"> {
  const sum = (of: (bin: PostBin) => number) => counts.reduce((all, bin) => all + of(bin), 0);
  return {
    originals: sum((bin) => bin.originals),
    copied: sum((bin) => bin.copied),
    reposts: sum((bin) => bin.reposts),
    newAccounts: sum((bin) => bin.newAccounts),
  };
}
