/**
 * Who said something about a post: parts of the page itself in the order in which they are believed, then the platform's
 * own interface, then second witnesses asked beside the page.
 */
export const WITNESSES = ["network_json", "json_ld", "meta", "dom", "api", "syndication", "oembed"] as const;
export type Witness = (typeof WITNESSES)[number];

/** Why there is no file of a picture or video. */
export const MEDIA_PROBLEMS = [
  /** The page names no address of the original: a player without its file. */
  "no_address",
  /** Only a stream in pieces (HLS, DASH) is offered, no whole file. */
  "stream_only",
  /** The address is private or of a scheme that captures refuse. */
  "refused",
  /** The server answered with an error. */
  "bad_status",
  /** Nobody answered, or not to the end. */
  "failed",
  /** Its time was over. */
  "too_slow",
  /** Larger than one file may be, or than all of one capture may be together. */
  "too_large",
  /** More pictures and videos than one capture fetches. */
  "too_many",
  /** What came is no picture or video, whatever the server called it. */
  "not_media",
  /** Seen in a list: originals are fetched by a capture of the post itself. */
  "in_list",
] as const;
export type MediaProblem = (typeof MEDIA_PROBLEMS)[number];

/** One picture or video of a post. */
export type PostMedia = {
  kind: "photo" | "video" | "animation";
  /** The best address that was known: the largest photo, the best video. */
  url: string;
  altText: string | null;
  /** The name of the artifact that holds its bytes; null when there is none, and then why. */
  artifact: string | null;
  problem: MediaProblem | null;
  /** How the bytes came: the browser had received them, or they were asked for beside it. Only with `artifact`. */
  obtained?: "browser" | "fetched";
};

/** Fields that witnesses can state differently. */
export const COMPARED_FIELDS = ["text", "authorHandle", "authorName", "postedAt", "mediaCount"] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** A field that two witnesses state differently, with all that was said of it. Stored and shown, never merged away. */
export type Disagreement = { field: ComparedField; values: { witness: Witness; value: string }[] };

/** How asking a second witness went. None of these says anything about whether the post exists. */
export const WITNESS_PROBLEMS = [
  /** It answers, without the post: a tombstone, `{}` or 404. Also said of posts that only need a sign-in. */
  "nothing",
  /** It does not answer to us. */
  "refused",
  /** Nobody answered in time. */
  "failed",
  /** The answer has no form that we know. */
  "unreadable",
  /** The answer is about another post. */
  "other_post",
] as const;
export type WitnessProblem = (typeof WITNESS_PROBLEMS)[number];

/** What is known of a post beyond its text, author, time and counts. Everything is optional: platforms leave things out. */
export type PostDetails = {
  /** The platform's own number of the account; unlike the handle it never changes. */
  authorId?: string;
  authorPicture?: string;
  /** Canonical address of the post that this one quotes, and of the one it answers. Links only: their text is not this post's. */
  quotes?: string;
  repliesTo?: string;
  /** Canonical address of the post that this one only passes on. */
  reposts?: string;
  /** The text goes on where we could not read it. */
  isTruncated?: boolean;
  /** Ids of all versions of the post, oldest first; the id itself is among them. */
  editIds?: string[];
  /** The page says that this version is not the newest. */
  isStaleEdit?: boolean;
  /** Country codes that the platform hides the post in; `XX` is everywhere, `XY` for copyright. */
  withheldIn?: string[];
  media?: PostMedia[];
  disagreements?: Disagreement[];
  /** Witnesses that were asked beside the page, and how that went. */
  witnesses?: { witness: Witness; ok: boolean; problem: WitnessProblem | null }[];
  /** Seconds between the time inside the id and the shown time, when both are known. */
  idTimeDifferenceSeconds?: number;
};
