import type { CaptureWay, Outcome } from "#lib/core/captures/types";
import type { LoudDifference } from "#lib/core/duplicates/loud-differences";
import type { TextRange } from "#lib/core/text/segments";

/** Copies and phrasings as pages show them: plain data, times as ISO text. */

/**
 * How near a wording is to another: the same words; near enough to be one family by itself; one inside the other; near
 * enough that a person should look.
 */
export const CLOSENESS = ["exact", "family", "contained", "suggestion"] as const;
export type Closeness = (typeof CLOSENESS)[number];

/** An editor's word on two wordings that has not been withdrawn. */
export type DecisionView = {
  id: string;
  verdict: "same" | "not_the_same";
  decidedBy: string;
  decidedAt: string;
};

/** A decision with both texts; one of the wordings may stand in another phrasing. */
export type DecisionLine = DecisionView & {
  wordings: { wordingId: string; text: string; phrasingId: string | null }[];
  withdrawn: { by: string | null; at: string } | null;
  /** The families were brought in line with it. */
  isSettled: boolean;
};

/** What a chosen text can be compared by, which depends on how much of it counts. */
export type ComparedBy =
  /** Everything. */
  | "all"
  /** 20 to 29 characters count: never joined by itself, but suggested. */
  | "suggestions"
  /** Fewer than 20 count: only the very same words are found. */
  | "exact"
  /** Nothing but hashtags: only the very same hashtags are found. */
  | "hashtags"
  /** Nothing but formulas: only the very same words are found. */
  | "formulas"
  /** No words at all. */
  | "nothing";

/** The text whose copies were looked for. */
export type ChosenText = {
  text: string;
  language: string | null;
  comparedBy: ComparedBy;
  /** Formulas, greetings, prefixes: not counted. */
  boilerplate: TextRange[];
  /** Words that mix letters of several alphabets. */
  mixedScripts: TextRange[];
  /** Letters were disguised (look-alikes, stacked marks), and the text was also compared as it was meant to be read. */
  isDisguised: boolean;
  /** The wording that the archive holds of it; null when no post has these words. */
  wordingId: string | null;
  /** The capture that shows the chosen post or exhibit; null for pasted texts. */
  captureId: string | null;
};

/** One wording beside the text that it is compared with. */
export type ComparedWording = {
  wordingId: string;
  /** As somebody wrote it. */
  text: string;
  /** What is laid over one another to be read: both texts, or of a long one the passage that is most like the other. */
  passages: { chosen: string; copy: string };
  closeness: Closeness | null;
  /** Share of the character 5-grams of both that are in both, 0 to 1; hashtags and formulas left out. */
  jaccard: number;
  /** Share of the shorter one's character 5-grams that the longer one has, too. */
  containment: number;
  loud: LoudDifference[];
  /** What an editor said of this pair; null when nobody did, or the compared text is not in the archive. */
  decision: DecisionView | null;
};

/** Counts of a phrasing, kept with it; they may lag behind by seconds. */
export type PhrasingCounts = {
  wordings: number;
  /** Reposts included. */
  posts: number;
  reposts: number;
  accounts: number;
  firstPostedAt: string | null;
  lastPostedAt: string | null;
  firstSeenAt: string | null;
};

/** A family of wordings beside the chosen text. */
export type CopyFamily = {
  /** Null, as its counts, while its wording was not compared with the others yet: a moment after it arrived. */
  phrasingId: string | null;
  counts: PhrasingCounts | null;
  closeness: Closeness;
  /** The wordings nearest to the chosen text, nearest first; at least one. */
  nearest: ComparedWording[];
};

export type Copies = {
  chosen: ChosenText;
  /** Closest first. */
  families: CopyFamily[];
  /** Families beyond those shown. */
  more: number;
  /** Search did not answer: suggestions are missing, the families are whole. */
  isWithoutSuggestions: boolean;
};

/** An account's posts of a phrasing. */
export type PhrasingAccount = {
  accountId: string;
  platform: string;
  handle: string;
  name: string | null;
  posts: number;
  firstPostedAt: string | null;
};

/** Posts within a time of the first, the first included; originals and reposts apart. */
export type PostsWithin = { originals: number; reposts: number };

/** How a phrasing travelled, read from its posts. */
export type PhrasingSpread = {
  posts: number;
  /** Where posts lie between the first (0) and the last (1); posts that lie together are one place. */
  places: number[];
  firstPostedAt: string | null;
  lastPostedAt: string | null;
  undated: number;
  within: { minute: PostsWithin; hour: PostsWithin; day: PostsWithin };
  /** Those who posted it first, oldest first. */
  accounts: PhrasingAccount[];
};

/** What of a phrasing has exactly one wording. */
export type ExactCounts = { posts: number; reposts: number; accounts: number };

/** One archived post of a phrasing. */
export type CopyPost = {
  id: string;
  wordingId: string | null;
  platform: string;
  url: string;
  text: string | null;
  language: string | null;
  accountId: string | null;
  /** Without `@`, as the platform spells it. */
  handle: string | null;
  name: string | null;
  /** ISO; null when the platform does not say. */
  postedAt: string | null;
  firstSeenAt: string;
  availability: Outcome;
  /** The newest capture that holds the post; null when none does. */
  captureId: string | null;
  /** How that capture was made. */
  way: CaptureWay;
  isRepost: boolean;
};

/** A line of the list of phrasings. */
export type PhrasingSummary = PhrasingCounts & {
  id: string;
  /** As the wording has it that most of its posts have. */
  text: string;
  /** What of the text does not count. */
  boilerplate: TextRange[];
};
