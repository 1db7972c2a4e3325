import { createHash } from "node:crypto";
import { isBetterBody } from "#lib/core/duplicates/body";
import { comparable } from "#lib/core/duplicates/relate";
import { bandsOf } from "#lib/core/duplicates/sketch";
import { SKETCH_VERSION } from "#lib/core/duplicates/version";
import { FOLD_VERSION } from "#lib/core/text/fold";
import { storableText } from "#lib/core/text/storable";
import type { Tx } from "#lib/data/client";

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
