import type { PostBin } from "#lib/core/spread/bin-posts";
import type { Concentration } from "#lib/core/spread/concentration";
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

/** An account as pages name it and lead to it. */
export type AccountName = {
  platform: string;
  /** Lower case, without `@`. */
  handle: string;
  /** The newest name that a capture saw. */
  name: string | null;
};

export type ActiveAccount = AccountName & {
  posts: number;
  reposts: number;
  firstPostedAt: string | null;
  lastPostedAt: string | null;
};

export type PhrasingName = {
  id: string;
  /** The wording that stands for it, as somebody wrote it. */
  text: string;
  /** Original posts and accounts in the whole archive. */
  originals: number;
  accounts: number;
};

export type SharedPhrasing = PhrasingName & {
  /** Original posts and accounts among those that are counted here. */
  postsHere: number;
  accountsHere: number;
  firstPostedAt: string | null;
};

/** What is counted of the posts of a hashtag or account. Times are ISO. */
export type SpreadView = {
  posts: number;
  originals: number;
  reposts: number;
  accounts: number;
  firstPostedAt: string | null;
  lastPostedAt: string | null;
  timeline: PostTimeline;
  concentration: Concentration;
  /** Busiest first. */
  busiest: ActiveAccount[];
  /** Those with most original posts here first; only phrasings that several original posts of the archive have. */
  phrasings: SharedPhrasing[];
};
