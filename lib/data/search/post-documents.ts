import { holdsContent } from "#lib/core/captures/types";
import { copiesStep } from "#lib/core/search/copies-step";
import type { SearchDoc } from "#lib/core/search/search-index";
import type { Db } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

const POST = {
  id: true,
  platform: true,
  canonicalUrl: true,
  text: true,
  language: true,
  postedAt: true,
  firstSeenAt: true,
  availability: true,
  wordingId: true,
  account: { select: { handle: true, displayName: true } },
  hashtags: { select: { hashtag: { select: { folded: true } } }, orderBy: { hashtagId: "asc" } },
  exhibits: { select: { caseFileId: true } },
  wording: {
    select: {
      bands: true,
      phrasingId: true,
      phrasing: { select: { postCount: true } },
      exhibits: { select: { caseFileId: true } },
    },
  },
  observations: {
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    select: {
      outcome: true,
      text: true,
      captureId: true,
      authorName: true,
      capture: { select: { exhibits: { select: { caseFileId: true } } } },
    },
  },
} as const satisfies Prisma.PostSelect;

type PostRow = Prisma.PostGetPayload<{ select: typeof POST }>;

/**
 * Posts as search shows them, read from the record. A post whose text no capture held whole or in part is left out:
 * what a wall or an error page said is never searched.
 */
export async function readPostDocuments(db: Db, ids: readonly string[]): Promise<SearchDoc[]> {
  const posts = await db.post.findMany({ where: { id: { in: [...ids] } }, select: POST });
  return posts.flatMap((post) => toDocument(post) ?? []);
}

function toDocument(post: PostRow): SearchDoc | undefined {
  const held = post.observations.find((seen) => holdsContent(seen.outcome) && seen.text?.trim());
  if (!held?.text) return undefined;
  const exhibits = [
    ...post.exhibits,
    ...(post.wording?.exhibits ?? []),
    ...post.observations.flatMap((seen) => seen.capture.exhibits),
  ];
  return {
    id: `post:${post.id}`,
    kind: "post",
    entityId: post.id,
    title: null,
    text: held.text,
    platform: post.platform,
    account: post.account?.handle ?? null,
    accountName: held.authorName ?? post.account?.displayName ?? null,
    hashtags: post.hashtags.map((each) => each.hashtag.folded),
    language: post.language,
    outcome: post.availability,
    url: post.canonicalUrl,
    captureId: held.captureId,
    caseIds: [...new Set(exhibits.map((exhibit) => exhibit.caseFileId))].sort(),
    wordingId: post.wordingId,
    phrasingId: post.wording?.phrasingId ?? null,
    bands: post.wording?.bands ?? [],
    copies: copiesStep(post.wording?.phrasing?.postCount ?? 1),
    suppliedBy: null,
    at: (post.postedAt ?? post.firstSeenAt).toISOString(),
  };
}

/** Ids of posts after one id, in order, for rebuilding. */
export async function listPostIds(db: Db, after: string | null, take: number): Promise<string[]> {
  const where = after ? { id: { gt: after } } : {};
  return (await db.post.findMany({ where, orderBy: { id: "asc" }, take, select: { id: true } })).map((row) => row.id);
}

export async function countPosts(db: Db): Promise<number> {
  return db.post.count();
}
