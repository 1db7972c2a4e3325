import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { settleWordings } from "#lib/services/phrasings/settle-wordings";
import { drainOutbox } from "#lib/services/search/drain-outbox";
import { buildPost, type PostWish } from "#test/builders/post";

/** Records posts as captures do, and waits for what the worker does afterwards: phrasings and their counts. */
export async function buildPosts(person: Actor, wishes: readonly PostWish[]): Promise<string[]> {
  const ids: string[] = [];
  for (const wish of wishes) ids.push((await buildPost(person, wish)).postId ?? "");
  await settleEverything();
  return ids;
}

/** What the worker does in its loops, until there is nothing left; a worker may be at it at the same time. */
export async function settleEverything(): Promise<void> {
  const isBehind = async () =>
    (await db().wording.count({ where: { phrasingId: null } })) + (await db().searchOutbox.count()) > 0;
  while (await isBehind()) {
    await settleWordings();
    await drainOutbox();
  }
}

/** Posts as the record has them, for counting them by hand. */
export async function readRecord() {
  const posts = await db().post.findMany({
    include: { account: true, wording: { include: { phrasing: true } }, hashtags: { include: { hashtag: true } } },
  });
  return posts.map((post) => ({
    id: post.id,
    handle: post.account?.handle ?? null,
    accountId: post.accountId,
    atMs: post.postedAt?.getTime() ?? null,
    text: post.text,
    bodyChars: post.wording?.body?.length ?? 0,
    phrasing: post.wording?.phrasingId ?? null,
    phrasingOriginals: (post.wording?.phrasing?.postCount ?? 0) - (post.wording?.phrasing?.repostCount ?? 0),
    tags: post.hashtags.map(({ hashtag }) => hashtag.folded),
    repeated: post.hashtags,
    postedAt: post.postedAt,
    wordingId: post.wordingId,
  }));
}
