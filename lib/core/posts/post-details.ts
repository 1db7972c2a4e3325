/** Who said something about a post: parts of the page itself, or a second witness asked beside it. */
export const WITNESSES = ["network_json", "json_ld", "meta", "dom", "api", "syndication", "oembed"] as const;
export type Witness = (typeof WITNESSES)[number];

/** One picture or video of a post. */
export type PostMedia = {
  kind: "photo" | "video" | "animation";
  /** The best address that was known: the largest photo, the best video. */
  url: string;
  altText: string | null;
  /** The artifact that holds its bytes; null when it could not be fetched, and then why. */
  artifact: string | null;
  problem: string | null;
};

/** A field that two witnesses state differently. Stored and shown, never merged away. */
export type Disagreement = { field: string; values: { witness: Witness; value: string }[] };

/** What is known of a post beyond its text, author, time and counts. Everything is optional: platforms leave things out. */
export type PostDetails = {
  /** Canonical address of the post that this one quotes, and of the one it answers. Links only: their text is not this post's. */
  quotes?: string;
  repliesTo?: string;
  /** The text goes on where we could not read it. */
  isTruncated?: boolean;
  /** Ids of all versions of the post, oldest first; the id itself is among them. */
  editIds?: string[];
  /** The page says that this version is not the newest. */
  isStaleEdit?: boolean;
  media?: PostMedia[];
  authorPicture?: string;
  disagreements?: Disagreement[];
  /** Witnesses that were asked beside the page, and how that went. */
  witnesses?: { witness: Witness; ok: boolean; problem: string | null }[];
  /** Seconds between the time inside the id and the shown time, when both are known. */
  idTimeDifferenceSeconds?: number;
};
