import type { CopyPost } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import { listCopyPosts } from "#lib/data/copy-posts";
import { listPostIdsOfPhrasing } from "#lib/data/phrasing-pages";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { toCopyPost } from "#lib/services/copies/copy-post";

const PAGE_SIZE = 25;

/** A page of a phrasing's posts, oldest first. */
export async function listPhrasingPosts(
  actor: Actor,
  phrasingId: string,
  page: number,
): Promise<{ posts: CopyPost[]; hasMore: boolean }> {
  assertMay(actor, "captures.read");
  const ids = await listPostIdsOfPhrasing(db(), phrasingId, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE + 1 });
  const posts = await listCopyPosts(db(), ids.slice(0, PAGE_SIZE));
  return { posts: posts.map(toCopyPost), hasMore: ids.length > PAGE_SIZE };
}
