import { createHash } from "node:crypto";
import { FOLD_VERSION, foldText } from "#lib/core/text/fold";
import type { Db, Tx } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

/** SHA-256 of a folded text, hex: a wording's key. */
export function wordingDigest(folded: string): string {
  return createHash("sha256").update(folded, "utf8").digest("hex");
}

/**
 * The wording of a text, made when it is new, in the caller's transaction.
 * Two transactions with the same new text get the same row: the second waits for the first.
 * @returns its id, or null for a text without words (only addresses, mentions, emoji).
 */
export async function ensureWording(tx: Tx, text: string): Promise<string | null> {
  const folded = foldText(text);
  if (folded === "") return null;
  const key = { foldVersion: FOLD_VERSION, digest: wordingDigest(folded) };
  const known = await tx.wording.findUnique({ where: { foldVersion_digest: key }, select: { id: true } });
  if (known) return known.id;
  await tx.wording.createMany({ data: [{ ...key, folded }], skipDuplicates: true });
  const made = await tx.wording.findUniqueOrThrow({ where: { foldVersion_digest: key }, select: { id: true } });
  return made.id;
}

/** How many posts have each of these wordings. */
export async function countCopies(
  db: Db,
  wordingIds: readonly string[],
): Promise<{ wordingId: string; copies: number }[]> {
  const rows = await db.wording.findMany({
    where: { id: { in: [...new Set(wordingIds)] } },
    select: { id: true, _count: { select: { posts: true } } },
  });
  return rows.map((row) => ({ wordingId: row.id, copies: row._count.posts }));
}

/** Every wording that these posts have or had: a text that changed leaves its old wording with one post less. */
export async function listWordingsOfPosts(db: Db, postIds: readonly string[]): Promise<string[]> {
  const posts = await db.post.findMany({
    where: { id: { in: [...postIds] } },
    select: {
      wordingId: true,
      observations: { where: { text: { not: null } }, select: { text: true }, distinct: ["text"] },
    },
  });
  const digests = posts.flatMap((post) => post.observations.map((seen) => wordingDigest(foldText(seen.text ?? ""))));
  const had = await db.wording.findMany({
    where: { foldVersion: FOLD_VERSION, digest: { in: [...new Set(digests)] } },
    select: { id: true },
  });
  const ids = [...posts.map((post) => post.wordingId), ...had.map((row) => row.id)];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The wording of a text, if any post has it. */
export async function findWordingOfText(db: Db, text: string): Promise<string | null> {
  const digest = wordingDigest(foldText(text));
  const where = { foldVersion_digest: { foldVersion: FOLD_VERSION, digest } };
  return (await db.wording.findUnique({ where, select: { id: true } }))?.id ?? null;
}

const WORDING_POSTS = {
  id: true,
  folded: true,
  posts: {
    orderBy: [{ postedAt: { sort: "asc", nulls: "last" } }, { firstSeenAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      platform: true,
      canonicalUrl: true,
      text: true,
      language: true,
      postedAt: true,
      firstSeenAt: true,
      availability: true,
      account: { select: { handle: true, displayName: true } },
      observations: {
        where: { outcome: { in: ["content", "partial"] } },
        orderBy: [{ seenAt: "desc" }, { id: "desc" }],
        take: 1,
        select: {
          text: true,
          authorName: true,
          authorHandle: true,
          captureId: true,
          capture: { select: { way: true } },
        },
      },
    },
  },
} as const satisfies Prisma.WordingSelect;

export type WordingWithPosts = Prisma.WordingGetPayload<{ select: typeof WORDING_POSTS }>;

/** A wording with its posts, oldest first, each with what its newest capture with content saw; null when unknown. */
export async function findWordingWithPosts(db: Db, id: string): Promise<WordingWithPosts | null> {
  return db.wording.findUnique({ where: { id }, select: WORDING_POSTS });
}

/** The wording of a post; null when the post is unknown or has no words. */
export async function findWordingOfPost(db: Db, postId: string): Promise<string | null> {
  return (await db.post.findUnique({ where: { id: postId }, select: { wordingId: true } }))?.wordingId ?? null;
}
