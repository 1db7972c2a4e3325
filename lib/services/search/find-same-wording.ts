import type { Outcome } from "#lib/core/captures/types";
import { measureSpread } from "#lib/core/cases/measure-spread";
import { db } from "#lib/data/client";
import { findWordingOfPost, findWordingOfText, findWordingWithPosts, type WordingWithPosts } from "#lib/data/wordings";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

export type SameWordingPost = {
  id: string;
  platform: string;
  url: string;
  text: string | null;
  language: string | null;
  /** Without `@`, as the platform spells it. */
  handle: string | null;
  name: string | null;
  /** ISO; null when the platform does not say. */
  postedAt: string | null;
  firstSeenAt: string;
  availability: Outcome;
  /** The newest capture that holds the post; null when none does. */
  captureId: string | null;
  /** A repost of somebody else's post, by its own words (`RT @…`). */
  isRepost: boolean;
};

export type SameWording = {
  wordingId: string;
  /** As the oldest post has it. */
  text: string;
  language: string | null;
  /** Oldest first. */
  posts: SameWordingPost[];
  originals: number;
  reposts: number;
  accounts: { platform: string; handle: string; posts: number }[];
  /** When the archive first saw any of them; ISO. */
  firstSeenAt: string | null;
  firstPostedAt: string | null;
  lastPostedAt: string | null;
  /** Posts within a time of the first, the first included. */
  spread: { withinOneMinute: number; withinOneHour: number; withinOneDay: number };
};

export type SameWordingInput = { postId: string } | { wordingId: string } | { text: string };

const REPOST = /^\s*RT\s+@/iu;

/**
 * Every archived post with the same words, whatever their addresses, mentions, emoji, vowel signs and letter forms.
 * @returns null when no post has them, or there is no such post or wording.
 */
export async function findSameWording(actor: Actor, input: SameWordingInput): Promise<SameWording | null> {
  assertMay(actor, "captures.read");
  const id = await wordingIdOf(input);
  const wording = id ? await findWordingWithPosts(db(), id) : null;
  return wording && wording.posts.length > 0 ? toSameWording(wording) : null;
}

async function wordingIdOf(input: SameWordingInput): Promise<string | null> {
  if ("text" in input) return findWordingOfText(db(), input.text);
  if ("postId" in input) return isUuid(input.postId) ? findWordingOfPost(db(), input.postId) : null;
  return isUuid(input.wordingId) ? input.wordingId : null;
}

function toSameWording(wording: WordingWithPosts): SameWording {
  const posts = wording.posts.map(toPost);
  const reposts = posts.filter((post) => post.isRepost).length;
  const seen = posts.map((post) => post.firstSeenAt).sort();
  const spread = measureSpread(posts.map((post) => ({ ...post, authorHandle: post.handle })));
  return {
    wordingId: wording.id,
    text: posts.find((post) => post.text)?.text ?? wording.folded,
    language: posts[0]?.language ?? null,
    posts,
    originals: posts.length - reposts,
    reposts,
    firstSeenAt: seen[0] ?? null,
    ...spread,
    accounts: spread.accounts.sort((a, b) => b.posts - a.posts),
  };
}

function toPost(post: WordingWithPosts["posts"][number]): SameWordingPost {
  const held = post.observations[0];
  const text = held?.text ?? post.text;
  return {
    id: post.id,
    platform: post.platform,
    url: post.canonicalUrl,
    text,
    language: post.language,
    handle: held?.authorHandle ?? post.account?.handle ?? null,
    name: held?.authorName ?? post.account?.displayName ?? null,
    postedAt: post.postedAt?.toISOString() ?? null,
    firstSeenAt: post.firstSeenAt.toISOString(),
    availability: post.availability,
    captureId: held?.captureId ?? null,
    isRepost: REPOST.test(text ?? ""),
  };
}
