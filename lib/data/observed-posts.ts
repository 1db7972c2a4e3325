import type { ExtractedPost, Outcome } from "#lib/core/captures/types";
import { foldHashtag } from "#lib/core/text/fold";
import type { Tx } from "#lib/data/client";
import { ensureWording } from "#lib/data/wordings";

/** Which capture saw the posts, and when. */
export type Sighting = { captureId: string; outcome: Outcome; seenAt: Date };

/** Outcomes that say something about the post; a wall says something about the visitor only. */
const ABOUT_THE_POST: readonly Outcome[] = [
  "deleted",
  "suspended",
  "protected",
  "withheld",
  "age_restricted",
  "not_found",
  "unavailable",
];

/**
 * Writes what a capture saw of each post: an observation, and the post's own row where this is the newest.
 * Rows are touched in the order of their keys, so that two captures of the same posts never wait for each other.
 * @returns ids of the posts.
 */
export async function observePosts(tx: Tx, seen: Sighting, extracted: ExtractedPost[]): Promise<string[]> {
  const posts = [...new Map(extracted.map((post) => [`${post.platform} ${post.platformId}`, post])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, post]) => post);
  const accounts = await ensureAccounts(tx, posts);
  const hashtags = await ensureHashtags(tx, posts);
  const ids: string[] = [];
  for (const post of posts) {
    const postId = await ensurePost(tx, seen, post, accounts.get(accountKey(post)) ?? null);
    ids.push(postId);
    const tagIds = new Set(post.hashtags.map((tag) => hashtags.get(foldHashtag(tag))).filter((id) => id !== undefined));
    const links = [...tagIds].sort().map((hashtagId) => ({ postId, hashtagId }));
    await tx.postHashtag.createMany({ data: links, skipDuplicates: true });
  }
  await tx.observation.createMany({
    data: posts.map((post, i) => ({
      postId: ids[i] ?? "",
      ...seen,
      text: post.text,
      authorName: post.authorName,
      authorHandle: post.authorHandle,
      postedAt: dateOf(post.postedAt),
      counts: post.counts,
      fieldSources: post.fieldSources,
      details: post.details,
    })),
  });
  return ids;
}

/** A post that is known and was not there this time: an observation without content. @returns its id, if it is known. */
export async function observeUnavailablePost(
  tx: Tx,
  seen: Sighting,
  source: { kind: string; platform: string; platformId: string | null },
): Promise<string[]> {
  const { kind, platform, platformId } = source;
  if (kind !== "post" || !platformId || !ABOUT_THE_POST.includes(seen.outcome)) return [];
  const known = await tx.post.findUnique({ where: { platform_platformId: { platform, platformId } } });
  if (!known) return [];
  await tx.observation.create({ data: { postId: known.id, ...seen } });
  await tx.post.updateMany({
    where: { id: known.id, lastSeenAt: { lte: seen.seenAt } },
    data: { availability: seen.outcome, lastSeenAt: seen.seenAt },
  });
  return [known.id];
}

async function ensurePost(tx: Tx, seen: Sighting, post: ExtractedPost, accountId: string | null): Promise<string> {
  const { platform, platformId, canonicalUrl, text, language } = post;
  const newest = {
    canonicalUrl,
    accountId,
    text,
    language,
    postedAt: dateOf(post.postedAt),
    wordingId: text ? await ensureWording(tx, text) : null,
    lastSeenAt: seen.seenAt,
    availability: seen.outcome,
  };
  const first = { platform, platformId, firstSeenAt: seen.seenAt };
  const { count } = await tx.post.createMany({ data: [{ ...first, ...newest }], skipDuplicates: true });
  const where = { platform_platformId: { platform, platformId } };
  const { id } = await tx.post.findUniqueOrThrow({ where, select: { id: true } });
  if (count === 0) await tx.post.updateMany({ where: { id, lastSeenAt: { lte: seen.seenAt } }, data: newest });
  return id;
}

const accountKey = (post: ExtractedPost) => `${post.platform} ${post.authorHandle?.toLowerCase() ?? ""}`;

async function ensureAccounts(tx: Tx, posts: ExtractedPost[]): Promise<Map<string, string>> {
  const wanted = new Map<string, { platform: string; handle: string; displayName: string | null }>();
  for (const post of posts) {
    const handle = post.authorHandle?.toLowerCase();
    if (handle) wanted.set(accountKey(post), { platform: post.platform, handle, displayName: post.authorName });
  }
  const data = [...wanted.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, account]) => account);
  await tx.account.createMany({ data, skipDuplicates: true });
  const ids = new Map<string, string>();
  for (const { platform, handle, displayName } of data) {
    const where = { platform_handle: { platform, handle } };
    const found = await tx.account.findUniqueOrThrow({ where });
    if (displayName && displayName !== found.displayName) await tx.account.update({ where, data: { displayName } });
    ids.set(`${platform} ${handle}`, found.id);
  }
  return ids;
}

async function ensureHashtags(tx: Tx, posts: ExtractedPost[]): Promise<Map<string, string>> {
  const wanted = new Map<string, string>();
  for (const tag of posts.flatMap((post) => post.hashtags)) {
    const folded = foldHashtag(tag);
    if (folded && !wanted.has(folded)) wanted.set(folded, tag);
  }
  const data = [...wanted.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([folded, text]) => ({ folded, text }));
  await tx.hashtag.createMany({ data, skipDuplicates: true });
  const rows = await tx.hashtag.findMany({ where: { folded: { in: [...wanted.keys()] } } });
  return new Map(rows.map((row) => [row.folded, row.id]));
}

/** A time that a platform states may be anything. */
function dateOf(iso: string | null): Date | null {
  const date = iso ? new Date(iso) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}
