import type { CopyPost } from "#lib/core/duplicates/views";
import { isRepost } from "#lib/core/posts/is-repost";
import type { CopyPostRow } from "#lib/data/copy-posts";

/** A post's row as pages show it, in the words that its newest capture saw. */
export function toCopyPost(post: CopyPostRow): CopyPost {
  const held = post.observations[0];
  const text = held?.text ?? post.text;
  return {
    id: post.id,
    wordingId: post.wordingId,
    platform: post.platform,
    url: post.canonicalUrl,
    text,
    language: post.language,
    accountId: post.account?.id ?? null,
    handle: held?.authorHandle ?? post.account?.handle ?? null,
    name: held?.authorName ?? post.account?.displayName ?? null,
    postedAt: post.postedAt?.toISOString() ?? null,
    firstSeenAt: post.firstSeenAt.toISOString(),
    availability: post.availability,
    captureId: held?.captureId ?? null,
    way: held?.capture.way ?? "browser",
    isRepost: isRepost(text),
  };
}
