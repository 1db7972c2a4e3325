import type { Db } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

const POST = {
  id: true,
  wordingId: true,
  platform: true,
  canonicalUrl: true,
  text: true,
  language: true,
  postedAt: true,
  firstSeenAt: true,
  availability: true,
  account: { select: { id: true, handle: true, displayName: true } },
  observations: {
    where: { outcome: { in: ["content", "partial"] } },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    take: 1,
    select: { text: true, authorName: true, authorHandle: true, captureId: true, capture: { select: { way: true } } },
  },
} satisfies Prisma.PostSelect;

/** A post, with what its newest capture with content saw. */
export type CopyPostRow = Prisma.PostGetPayload<{ select: typeof POST }>;

const OLDEST_FIRST = [
  { postedAt: { sort: "asc", nulls: "last" } },
  { firstSeenAt: "asc" },
  { id: "asc" },
] satisfies Prisma.PostOrderByWithRelationInput[];

/** These posts, oldest first. */
export async function listCopyPosts(db: Db, ids: readonly string[]): Promise<CopyPostRow[]> {
  if (ids.length === 0) return [];
  return db.post.findMany({ where: { id: { in: [...ids] } }, orderBy: OLDEST_FIRST, select: POST });
}

/** The first posts with exactly one wording. */
export async function listPostsOfWording(db: Db, wordingId: string, take: number): Promise<CopyPostRow[]> {
  return db.post.findMany({ where: { wordingId }, orderBy: OLDEST_FIRST, take, select: POST });
}
