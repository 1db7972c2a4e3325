import { holdsContent, type Outcome, type SourceKind } from "#lib/core/captures/types";
import { pictureKey } from "#lib/core/posts/picture-key";

/** What can be different between two captures of one source. */
export const CHANGE_KINDS = [
  /** Content before, none now, and the site said so. */
  "unavailable",
  /** The other way round. */
  "available",
  /** Another answer of the same sort: captured whole or in part, one reason instead of another. */
  "outcome",
  "text",
  "title",
  "author_name",
  "author_handle",
  "author_picture",
  "media",
  "counts",
  /** Other posts in a list. A list is a sample: a post that is not in it any more need not be gone. */
  "posts",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Changes that somebody at the desk should hear of. Counts change with every look. */
export const NOTICED_KINDS: readonly ChangeKind[] = [
  "unavailable",
  "available",
  "text",
  "title",
  "author_name",
  "author_handle",
];

/** Attempts that met a wall or an error say something about the visitor, nothing about the source. */
export const SAYS_NOTHING: readonly Outcome[] = ["error", "rate_limited", "bot_block", "login_wall"];

/** A capture as far as it is compared. Null: the capture does not say. */
export type ComparedCapture = {
  kind: SourceKind;
  outcome: Outcome;
  title: string | null;
  text: string | null;
  /** The text may go on where it could not be read. */
  isTextCut: boolean;
  authorName: string | null;
  authorHandle: string | null;
  authorPicture: string | null;
  media: readonly { url: string; sha256: string | null }[] | null;
  counts: Readonly<Record<string, number>>;
  /** Ids of the posts of a list; null for anything else. */
  posts: readonly string[] | null;
};

type Pair<T> = { before: T; after: T };

export type ChangeDetails = {
  outcome?: Pair<Outcome>;
  text?: Pair<string>;
  title?: Pair<string>;
  authorName?: Pair<string>;
  authorHandle?: Pair<string>;
  authorPicture?: Pair<string>;
  /** Addresses. */
  media?: { gone: string[]; added: string[] };
  counts?: Record<string, Pair<number>>;
  posts?: { gone: string[]; added: string[] };
};

export type CaptureChange = { kinds: ChangeKind[]; details: ChangeDetails };

/**
 * What changed between two captures of one source, taken the same way. Only what both say is compared: something that
 * one capture could not read is no change. Attempts that say nothing are never compared.
 * @returns null when nothing changed.
 */
export function compareCaptures(before: ComparedCapture, after: ComparedCapture): CaptureChange | null {
  if (SAYS_NOTHING.includes(before.outcome) || SAYS_NOTHING.includes(after.outcome)) return null;
  const kinds = new Set<ChangeKind>();
  const details: ChangeDetails = {};
  const had = holdsContent(before.outcome);
  const has = holdsContent(after.outcome);
  if (before.outcome !== after.outcome) {
    kinds.add(had === has ? "outcome" : has ? "available" : "unavailable");
    details.outcome = { before: before.outcome, after: after.outcome };
  }
  if (had && has) compareContent(before, after, kinds, details);
  return kinds.size > 0 ? { kinds: CHANGE_KINDS.filter((kind) => kinds.has(kind)), details } : null;
}

function compareContent(
  before: ComparedCapture,
  after: ComparedCapture,
  kinds: Set<ChangeKind>,
  details: ChangeDetails,
): void {
  const text = changed(before.text, after.text, sameSpaces);
  if (text && !isOnlyCut(before, after)) {
    kinds.add("text");
    details.text = text;
  }
  // Platforms make a post's title out of its author and text; both are compared themselves.
  const title = before.kind === "web_page" ? changed(before.title, after.title, sameSpaces) : undefined;
  if (title) {
    kinds.add("title");
    details.title = title;
  }
  compareAuthors(before, after, kinds, details);
  const media = compareMedia(before.media, after.media);
  if (media) {
    kinds.add("media");
    details.media = media;
  }
  const counts = compareCounts(before.counts, after.counts);
  if (counts) {
    kinds.add("counts");
    details.counts = counts;
  }
  const posts = before.posts && after.posts && difference(before.posts, after.posts, (id) => id);
  if (posts) {
    kinds.add("posts");
    details.posts = posts;
  }
}

function compareAuthors(
  before: ComparedCapture,
  after: ComparedCapture,
  kinds: Set<ChangeKind>,
  details: ChangeDetails,
): void {
  const authorName = changed(before.authorName, after.authorName, sameSpaces);
  if (authorName) {
    kinds.add("author_name");
    details.authorName = authorName;
  }
  // Handles are one whatever their case; some witnesses write them small.
  const authorHandle = changed(before.authorHandle, after.authorHandle, (handle) => handle.toLowerCase());
  if (authorHandle) {
    kinds.add("author_handle");
    details.authorHandle = authorHandle;
  }
  const authorPicture = changed(before.authorPicture, after.authorPicture, pictureKey);
  if (authorPicture) {
    kinds.add("author_picture");
    details.authorPicture = authorPicture;
  }
}

/** Both said something, and not the same under `key`. */
function changed(before: string | null, after: string | null, key: (value: string) => string) {
  if (before === null || after === null || key(before) === key(after)) return undefined;
  return { before, after };
}

/** Marks and isolates that keep directions apart. Not overrides, which turn letters around, nor joiners, which spell. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]/gu;

/** Line breaks, spaces and direction marks come out differently from one witness to the next. */
const sameSpaces = (text: string) =>
  text.normalize("NFC").replaceAll(DIRECTION_MARKS, "").replaceAll(/\s+/gu, " ").trim();

/** One text is the beginning of the other, and a capture that says it may be cut holds the shorter one. */
function isOnlyCut(a: ComparedCapture, b: ComparedCapture): boolean {
  const begins = (short: ComparedCapture, long: ComparedCapture) =>
    short.isTextCut &&
    sameSpaces(long.text ?? "").startsWith(sameSpaces(short.text ?? "").replace(/\s?(…|\.\.\.)$/u, ""));
  return begins(a, b) || begins(b, a);
}

type Media = NonNullable<ComparedCapture["media"]>;

/** By content where all files are there, else by address. */
function compareMedia(before: Media | null, after: Media | null) {
  if (!before || !after) return undefined;
  const byContent = [...before, ...after].every(({ sha256 }) => sha256 !== null);
  const found = difference(before, after, ({ url, sha256 }) => (byContent && sha256 ? sha256 : pictureKey(url)));
  return found && { gone: found.gone.map(({ url }) => url), added: found.added.map(({ url }) => url) };
}

function compareCounts(before: ComparedCapture["counts"], after: ComparedCapture["counts"]) {
  const counts: Record<string, Pair<number>> = {};
  for (const [name, was] of Object.entries(before)) {
    const is = after[name];
    if (is !== undefined && is !== was) counts[name] = { before: was, after: is };
  }
  return Object.keys(counts).length > 0 ? counts : undefined;
}

function difference<T>(before: readonly T[], after: readonly T[], key: (one: T) => string) {
  const were = new Set(before.map(key));
  const are = new Set(after.map(key));
  const gone = before.filter((one) => !are.has(key(one)));
  const added = after.filter((one) => !were.has(key(one)));
  return gone.length + added.length > 0 ? { gone, added } : undefined;
}
