import type { ExtractedPost, PlatformId } from "#lib/core/captures/types";
import { findHashtags } from "#lib/core/posts/find-hashtags";
import { guessLanguage } from "#lib/core/posts/guess-language";

export type FieldSource = ExtractedPost["fieldSources"][string];

/** What one witness says of a post; what it does not know is left out. */
export type PostWitness = {
  source: FieldSource;
  text?: string;
  language?: string;
  authorName?: string;
  authorHandle?: string;
  postedAt?: string;
  counts?: Record<string, number>;
};

const FIELDS = ["text", "language", "authorName", "authorHandle", "postedAt"] as const;

/**
 * One post out of several witnesses: for each field the first that knows it, and who that was.
 * @param witnesses the most trusted first.
 */
export function makePost(
  identity: { platform: PlatformId; platformId: string; canonicalUrl: string },
  witnesses: readonly (PostWitness | undefined)[],
): ExtractedPost {
  const known = witnesses.filter((witness) => witness !== undefined);
  const post: ExtractedPost = {
    ...identity,
    text: null,
    language: null,
    authorName: null,
    authorHandle: null,
    postedAt: null,
    counts: {},
    hashtags: [],
    fieldSources: {},
    details: {},
  };
  for (const field of FIELDS) {
    const witness = known.find((candidate) => candidate[field] !== undefined);
    post[field] = witness?.[field] ?? null;
    if (witness) post.fieldSources[field] = witness.source;
  }
  const counting = known.find((witness) => Object.keys(witness.counts ?? {}).length > 0);
  if (counting?.counts) {
    post.counts = counting.counts;
    post.fieldSources.counts = counting.source;
  }
  if (post.text !== null) {
    post.hashtags = findHashtags(post.text);
    // A guess has no source: nobody said it.
    post.language ??= guessLanguage(post.text);
  }
  return post;
}

/**
 * Where two witnesses say different texts or authors, as `field: source≠source`. Kept beside the post, never merged away.
 */
export function findDisagreements(witnesses: readonly (PostWitness | undefined)[]): string[] {
  const [first, ...others] = witnesses.filter((witness) => witness !== undefined);
  if (first === undefined) return [];
  return others.flatMap((other) =>
    (["authorHandle", "postedAt", "text"] as const)
      .filter((field) => {
        const [one, two] = [comparable(field, first[field]), comparable(field, other[field])];
        return one !== undefined && two !== undefined && one !== two;
      })
      .map((field) => `${field}: ${first.source}≠${other.source}`),
  );
}

/** Times agree within the second, handles whatever their case, texts whatever their spaces. */
function comparable(field: "authorHandle" | "postedAt" | "text", value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (field === "postedAt") return value.slice(0, 19);
  return field === "authorHandle" ? value.toLowerCase() : value.replace(/\s+/g, " ").trim();
}
