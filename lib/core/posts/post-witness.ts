import type { PostMedia, Witness } from "#lib/core/posts/post-details";

/** A picture or video as a witness names it. */
export type WitnessedMedia = Pick<PostMedia, "kind" | "url" | "altText"> & { problem?: PostMedia["problem"] };

/** A short address that a platform put into a text, and what the author had linked. */
export type ExpandedLink = { short: string; long: string };

/** What one witness says of a post; what it does not know is left out. Addresses are absolute. */
export type PostWitness = {
  source: Witness;
  text?: string;
  /** The witness itself says that its text stops before the post does. */
  isTruncated?: boolean;
  /** Its text may stop early without saying so, as link previews do: an ellipsis at the end means that it did. */
  mayBeCut?: boolean;
  links?: ExpandedLink[];
  language?: string;
  authorName?: string;
  /** Without `@`. */
  authorHandle?: string;
  authorId?: string;
  authorPicture?: string;
  /** ISO in UTC; only the date (`2026-03-04`) where the witness gives no more. */
  postedAt?: string;
  counts?: Record<string, number>;
  /** Without `#`. */
  hashtags?: string[];
  quotes?: string;
  repliesTo?: string;
  editIds?: string[];
  isStaleEdit?: boolean;
  withheldIn?: string[];
  media?: WitnessedMedia[];
  /** How many pictures and videos it shows; only from a witness that shows all of them. */
  mediaCount?: number;
};
