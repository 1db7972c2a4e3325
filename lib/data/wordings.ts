import { createHash } from "node:crypto";
import { isBetterBody } from "#lib/core/duplicates/body";
import { comparable } from "#lib/core/duplicates/relate";
import { bandsOf } from "#lib/core/duplicates/sketch";
import { SKETCH_VERSION } from "#lib/core/duplicates/version";
import { FOLD_VERSION, foldText } from "#lib/core/text/fold";
import { storableText } from "#lib/core/text/storable";
import type { Db, Tx } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

/** SHA-256 of a folded text, hex: a wording's key. */
export function wordingDigest(folded: string): string {
  return createHash("sha256").update(folded, "utf8").digest("hex");
}

/**
 * The wording of a text, made when it is new, in the caller's transaction. Its phrasing comes a moment later
 * (lib/services/phrasings/settle-wordings.ts).
 * Two transactions with the same new text get the same row: the second waits for the first.
 * @returns its id, or null for a text without words (only addresses, mentions, emoji).
 */
export async function ensureWording(tx: Tx, written: string): Promise<string | null> {
  const text = storableText(written);
  const { folded, body } = comparable(text);
  if (folded === "") return null;
  const key = { foldVersion: FOLD_VERSION, digest: wordingDigest(folded) };
  const select = { id: true, body: true };
  const known = await tx.wording.findUnique({ where: { foldVersion_digest: key }, select });
  if (known) return noteText(tx, known, text, body);
  const made = { ...key, folded, text, body, bands: bandsOf(body), sketchVersion: SKETCH_VERSION };
  await tx.wording.createMany({ data: [made], skipDuplicates: true });
  const wording = await tx.wording.findUniqueOrThrow({ where: { foldVersion_digest: key }, select });
  return noteText(tx, wording, text, body);
}

/** The row itself is not touched here: whoever settles locks it, and two that wait for each other would be one too many. */
async function noteText(tx: Tx, wording: { id: string; body: string | null }, text: string, body: string) {
  const isTold = wording.body !== null && isBetterBody(body, wording.body);
  if (isTold) await tx.wordingText.createMany({ data: [{ wordingId: wording.id, text }] });
  return wording.id;
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
