import { createHash } from "node:crypto";
import { FOLD_VERSION, fold } from "#lib/core/text/fold";
import type { Tx } from "#lib/data/client";

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
  const { folded } = fold(text);
  if (folded === "") return null;
  const key = { foldVersion: FOLD_VERSION, digest: wordingDigest(folded) };
  const known = await tx.wording.findUnique({ where: { foldVersion_digest: key }, select: { id: true } });
  if (known) return known.id;
  await tx.wording.createMany({ data: [{ ...key, folded }], skipDuplicates: true });
  const made = await tx.wording.findUniqueOrThrow({ where: { foldVersion_digest: key }, select: { id: true } });
  return made.id;
}
