import { measureSpread } from "#lib/core/cases/measure-spread";
import type { SameWording, SameWordingPost } from "#lib/core/search/views";
import { db } from "#lib/data/client";
import { findWordingOfPost, findWordingOfText, findWordingWithPosts, type WordingWithPosts } from "#lib/data/wordings";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

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
    way: held?.capture.way ?? "browser",
    isRepost: REPOST.test(text ?? ""),
  };
}
