import type { ExactCounts } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import { countWordingPosts } from "#lib/data/phrasing-spread";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

/** How many posts have exactly one wording, read from the posts. */
export async function countExactCopies(actor: Actor, wordingId: string): Promise<ExactCounts> {
  assertMay(actor, "captures.read");
  const [found] = await countWordingPosts(db(), [wordingId]);
  return { posts: found?.posts ?? 0, reposts: found?.reposts ?? 0, accounts: found?.accounts ?? 0 };
}
