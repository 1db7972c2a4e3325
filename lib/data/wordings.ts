import { createHash } from "node:crypto";
import { FOLD_VERSION, foldText } from "#lib/core/text/fold";
import type { Tx } from "#lib/data/client";

/**
 * The wording of a text, made when it is the first of its kind. Safe when several do so at once.
 * @returns its id, or null when nothing is left after folding (only links, mentions or emoji).
 */
export async function ensureWording(tx: Tx, text: string): Promise<string | null> {
  const folded = foldText(text);
  if (!folded) return null;
  const digest = createHash("sha256").update(folded, "utf8").digest("hex");
  await tx.wording.createMany({ data: [{ foldVersion: FOLD_VERSION, digest, folded }], skipDuplicates: true });
  const where = { foldVersion_digest: { foldVersion: FOLD_VERSION, digest } };
  return (await tx.wording.findUniqueOrThrow({ where, select: { id: true } })).id;
}
