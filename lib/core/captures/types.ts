import type { ListInNetwork } from "#lib/core/captures/list-in-network";
import type { PostDetails, Witness } from "#lib/core/posts/post-details";
import type { PostWitness } from "#lib/core/posts/post-witness";
import type { SecondWitness } from "#lib/core/posts/second-witness";

/** Words of captures that several rooms share. Strings, because they are stored and shown. */

export const SOURCE_KINDS = ["post", "hashtag", "account", "web_page"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where a source lives. `demo_square` is the loopback site of the demo and the tests. */
export const PLATFORM_IDS = ["x", "demo_square", "web"] as const;
export type PlatformId = (typeof PLATFORM_IDS)[number];

/** How a source is looked at: by a browser nobody has signed in, by one with the newsroom's cookies, or by the official interface. */
export const CAPTURE_WAYS = ["browser", "session", "api"] as const;
export type CaptureWay = (typeof CAPTURE_WAYS)[number];

/** A line of a submission, understood: the one canonical address of what was meant. */
export type RecognisedSource = {
  kind: SourceKind;
  platform: PlatformId;
  /** Post id, folded hashtag or lower-case handle, always text; null for a web page. */
  platformId: string | null;
  canonicalUrl: string;
  /**
   * What a person calls it: `#وسم`, `@handle`, `X · 123…`, host and path. A post's label has no handle: X ignores the
   * one in the address, so it says nothing about who wrote the post.
   */
  label: string;
};

/** What a capture really holds. */
export const OUTCOMES = [
  "content",
  "partial",
  "deleted",
  "suspended",
  "protected",
  "withheld",
  "age_restricted",
  "login_wall",
  "bot_block",
  "rate_limited",
  "not_found",
  "unavailable",
  "error",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Only these are evidence of the content; the others are evidence of the attempt. */
export function holdsContent(outcome: Outcome): outcome is "content" | "partial" {
  return outcome === "content" || outcome === "partial";
}

/** One observed fact that an outcome rests on, e.g. `{ signal: "final_url", value: "…/i/flow/login" }`. */
export type Signal = { signal: string; value: string };

export type Classification = {
  outcome: Outcome;
  signals: Signal[];
  /**
   * Set with `deleted` only: this look found two independent signals, but the word needs two looks. Open the page
   * again after a pause, classify again, and settle both with `settleDeletion` (lib/core/captures/settle-deletion.ts).
   */
  needsSecondLook?: true;
};

/** What the browser brought home of one page, before anything is judged. Text only: classifying and extracting are pure. */
export type PageEvidence = {
  requestedUrl: string;
  /** After redirects and script navigation. */
  finalUrl: string;
  /** Of the main document; null when there was no answer. */
  httpStatus: number | null;
  /** The main document as the server sent it, decoded; empty when there was none. */
  responseHtml: string;
  /** The document as the browser held it when it was read. */
  domHtml: string;
  /** JSON answers that the page itself loaded, in order, same-site API calls first. */
  json: { url: string; status: number; body: unknown }[];
  /** Headers of the main answer, names in small letters, without those that hold secrets. */
  headers?: Readonly<Record<string, string>>;
  /** Calls that the page's scripts made and that were answered with 400 or more. */
  failedCalls?: FailedCall[];
};

/** A call of a script that was refused or failed; `rateLimitLeft` is `x-rate-limit-remaining`. */
export type FailedCall = { url: string; status: number; rateLimitLeft: number | null };

export type ExtractedPost = {
  platform: PlatformId;
  platformId: string;
  canonicalUrl: string;
  /** In the original spelling, line breaks kept. */
  text: string | null;
  /** BCP 47, as the platform says, else guessed from the script; null when unknown. */
  language: string | null;
  authorName: string | null;
  /** As spelled by the platform, without `@`. */
  authorHandle: string | null;
  /** ISO, UTC. */
  postedAt: string | null;
  /** replies, reposts, likes, … as shown. */
  counts: Record<string, number>;
  /** Without `#`, as written. */
  hashtags: string[];
  /** Which field came from where; fields of `details` by their own names. */
  fieldSources: Record<string, Witness>;
  details: PostDetails;
};

/** What a page holds, once it is classified as content. */
export type Extraction = {
  title: string | null;
  /** The focal post's or the article's main text; null when there is none. */
  text: string | null;
  language: string | null;
  /** The focal post, or every collected post of a hashtag. */
  posts: ExtractedPost[];
};

/** How a list of posts (hashtag, account) is walked in the browser. CSS selectors of the live page. */
export type ListWalk = {
  /** One post in the list. */
  itemSelector: string;
  /** Within an item: the link whose address holds the post's id. */
  linkSelector: string;
  /** Says that the list came to its end. */
  endSelector: string | null;
  /** Marks an advertisement: the item, something around it, or something inside it. */
  promotedSelector?: string | null;
  /** A request to sign in that stands over the list while its posts are still there. */
  wallSelector: string | null;
  /** The list says that it could not load more; with `errorWords`, only where it says one of these. */
  errorSelector: string | null;
  errorWords?: RegExp;
};

/** Why walking a list stopped. */
export type EndedBy = "exhausted" | "limit" | "wall" | "stalled" | "error";

/** One per platform, in lib/adapters/platforms/<platform>/. */
export type PlatformAdapter = {
  id: PlatformId;
  /** Whether an absolute http(s) address is this platform's, whatever its page is. */
  owns(url: URL): boolean;
  /** Understands an absolute http(s) address of this platform; undefined when it is not one. */
  recognise(url: URL): RecognisedSource | undefined;
  /** The canonical source of a hashtag typed by hand (`#وسم`); undefined where the platform has none. */
  hashtag(tag: string): RecognisedSource | undefined;
  /** The canonical source of a handle typed by hand (`@handle`); undefined where the platform has none. */
  account(handle: string): RecognisedSource | undefined;
  /** The page is worth reading when one of these is there (content or tombstone); waiting is bounded. */
  readySelectors(source: RecognisedSource): string[];
  /** The element to crop for `post_crop`; null when there is none. */
  focalSelector(source: RecognisedSource): string | null;
  listWalk(source: RecognisedSource): ListWalk | null;
  classify(source: RecognisedSource, page: PageEvidence): Classification;
  /** @param asked what witnesses beside the page said of the focal post; they are believed last. */
  extract(source: RecognisedSource, page: PageEvidence, asked?: readonly PostWitness[]): Extraction;
  /** Who may be asked about a source beside its page (CAPTURE_WITNESSES); missing where nobody can be. */
  secondWitnesses?(source: RecognisedSource): SecondWitness[];
  /** The same list as the page's own JSON tells it; null when none of it does. */
  listInNetwork?(json: PageEvidence["json"]): ListInNetwork | null;
  /** A post out of one list item's outer HTML; null when the item is not a post (promotion, notice). */
  extractListItem(source: RecognisedSource, itemHtml: string): ExtractedPost | null;
};
