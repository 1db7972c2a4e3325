import type { ExtractedPost, PlatformId } from "#lib/core/captures/types";
import { findDisagreements } from "#lib/core/posts/find-disagreements";
import { findHashtags } from "#lib/core/posts/find-hashtags";
import { guessLanguage } from "#lib/core/posts/guess-language";
import type { PostDetails, Witness } from "#lib/core/posts/post-details";
import type { PostWitness } from "#lib/core/posts/post-witness";
import { secondsFromSnowflake } from "#lib/core/posts/snowflake";

const FIELDS = ["text", "language", "authorName", "authorHandle", "postedAt"] as const;
const LINKS = ["authorId", "authorPicture", "quotes", "repliesTo", "isStaleEdit"] as const;
const LISTS = ["editIds", "withheldIn"] as const;

type Found<T> = { value: T; source: Witness } | undefined;

/**
 * One post out of several witnesses: for each field the first that knows it, and who that was. What they state
 * differently stands in `details.disagreements`.
 *
 * @param witnesses the most trusted first.
 */
export function makePost(
  identity: { platform: PlatformId; platformId: string; canonicalUrl: string },
  witnesses: readonly (PostWitness | undefined)[],
): ExtractedPost {
  const known = witnesses.filter((witness) => witness !== undefined);
  const fieldSources: Record<string, Witness> = {};
  const take = <T>(name: string, found: Found<T>): T | undefined => {
    if (found) fieldSources[name] = found.source;
    return found?.value;
  };
  // A date without its time would look like midnight.
  const timed = known.map((witness) =>
    witness.postedAt?.length === 10 ? { ...witness, postedAt: undefined } : witness,
  );
  const field = (name: (typeof FIELDS)[number]) => take(name, firstOf(timed, name)) ?? null;
  const text = field("text");
  const post: ExtractedPost = {
    ...identity,
    text,
    // A guess has no source: nobody said it.
    language: field("language") ?? (text === null ? null : guessLanguage(text)),
    authorName: field("authorName"),
    authorHandle: field("authorHandle"),
    postedAt: field("postedAt"),
    counts: take("counts", firstFilled(known, "counts")) ?? {},
    hashtags: take("hashtags", hashtagsOf(known, text, fieldSources.text)) ?? [],
    fieldSources,
    details: {},
  };
  post.details = makeDetails(known, post, take);
  return post;
}

function makeDetails(
  known: readonly PostWitness[],
  post: ExtractedPost,
  take: <T>(name: string, found: Found<T>) => T | undefined,
): PostDetails {
  const details: PostDetails = {};
  for (const name of LINKS) Object.assign(details, present(name, take(name, firstOf(known, name))));
  for (const name of LISTS) Object.assign(details, present(name, take(name, firstFilled(known, name))));
  const speaker = known.find(({ text }) => text !== undefined);
  if (speaker?.isTruncated) details.isTruncated = take("isTruncated", { value: true, source: speaker.source });
  const media = take("media", firstFilled(known, "media"));
  if (media) {
    details.media = media.map(({ kind, url, altText, problem = null }) => {
      return { kind, url, altText, artifact: null, problem };
    });
  }
  const disagreements = findDisagreements(known);
  if (disagreements.length > 0) details.disagreements = disagreements;
  const gap = secondsFromSnowflake(post.platformId, post.postedAt);
  if (gap !== null) details.idTimeDifferenceSeconds = gap;
  return details;
}

/** The first witness that knows the field. */
function firstOf<K extends keyof PostWitness>(
  known: readonly PostWitness[],
  name: K,
): Found<NonNullable<PostWitness[K]>> {
  for (const witness of known) {
    const value = witness[name];
    if (value !== undefined && value !== null) return { value, source: witness.source };
  }
  return undefined;
}

/** The first witness with something in the field: an empty list is no statement that there is nothing. */
function firstFilled<K extends "counts" | "editIds" | "withheldIn" | "media">(known: readonly PostWitness[], name: K) {
  return firstOf(
    known.filter((witness) => Object.keys(witness[name] ?? {}).length > 0),
    name,
  );
}

/** The platform's own list where it gives one, else what the text holds. */
function hashtagsOf(known: readonly PostWitness[], text: string | null, source: Witness | undefined): Found<string[]> {
  const stated = firstOf(
    known.filter(({ hashtags = [] }) => hashtags.length > 0),
    "hashtags",
  );
  if (stated) return { ...stated, value: [...new Set(stated.value)] };
  const found = text === null ? [] : findHashtags(text);
  return found.length > 0 && source !== undefined ? { value: found, source } : undefined;
}

const present = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value });
