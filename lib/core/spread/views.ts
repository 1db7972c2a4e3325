import type { CaptureWay, Outcome } from "#lib/core/captures/types";
import type { LoudDifference } from "#lib/core/duplicates/loud-differences";
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
  /** Accounts whose first post lies before the picture. */
  accountsBefore: number;
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

/** From so many posts on a count is kept for a minute, and pages say when it was made. */
export const LARGE_COUNT = 20_000;

/** What is counted of the posts of a hashtag, account or phrasing. Times are ISO. */
export type SpreadView = {
  /** When it was counted: up to a minute ago where there are many posts. */
  countedAt: string;
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

/** Two accounts and what ties them; the words are those of one phrasing that both posted. */
export type TieLine = {
  a: AccountName;
  b: AccountName;
  phrasings: number;
  closePairs: number;
  smallestGapMs: number | null;
  example: PhrasingName | null;
};

export type TieTable = {
  ties: TieLine[];
  /** Tied pairs in all. */
  total: number;
  /** Each post was compared with so many of its phrasing only; null when with all within the window. */
  comparedWith: number | null;
  /** There are more posts than were looked at: the newest were. */
  isCut: boolean;
};

/** How posts came here: one capture of a list. */
export type ListCapture = {
  id: string;
  label: string;
  platform: string;
  outcome: Outcome;
  way: CaptureWay;
  /** Null when it collected nothing. */
  endedBy: string | null;
  limitsHit: string[];
  finishedAt: string;
  posts: number;
};

export type HashtagUse = { text: string; folded: string; posts: number };

export type HashtagView = {
  /** As first seen, without `#`. */
  text: string;
  folded: string;
  spread: SpreadView;
  /** Captures of the hashtag itself, newest first. */
  captures: ListCapture[];
  captureCount: number;
  /** Posts that those captures saw; the others were seen in captures of other things. */
  seenInThem: number;
};

export type AccountView = AccountName & {
  id: string;
  spread: SpreadView;
  /** Names and spellings of the handle that captures saw, oldest first. */
  names: { name: string | null; handle: string | null; firstAt: string; lastAt: string; times: number }[];
  /** In which state its posts were when they were last seen. */
  availability: { outcome: Outcome; posts: number }[];
  captures: ListCapture[];
  captureCount: number;
  hashtags: HashtagUse[];
};

export type HashtagLine = HashtagUse & { newestAt: string | null };
export type AccountLine = AccountName & { posts: number; newestAt: string | null };
export type SpreadList<T> = { lines: T[]; total: number; page: number; pages: number };

/** A post beside another one with the same phrasing. */
export type TiedPost = {
  id: string;
  platform: string;
  url: string;
  text: string | null;
  language: string | null;
  postedAt: string | null;
  availability: Outcome;
  /** The newest capture that holds it; null when none does. */
  captureId: string | null;
};

/** One phrasing that two accounts posted: the two posts that are closest together, and how many more there are. */
export type SharedByTwo = {
  phrasing: PhrasingName;
  a: TiedPost;
  b: TiedPost;
  /** Null when one of the two has no time. */
  gapMs: number | null;
  isSameWording: boolean;
  loud: LoudDifference[];
  closePairs: number;
  postsOfA: number;
  postsOfB: number;
};

export type TieView = {
  a: AccountName;
  b: AccountName;
  phrasings: number;
  closePairs: number;
  smallestGapMs: number | null;
  shared: SharedByTwo[];
  page: number;
  pages: number;
  isCut: boolean;
  /** The hashtag that it is narrowed to, as first seen, without `#`; empty when it is not. */
  hashtag: string;
};
