import { comparable } from "#lib/core/duplicates/relate";
import type { SearchDoc } from "#lib/core/search/search-index";
import { FOLD_VERSION } from "#lib/core/text/fold";
import { db } from "#lib/data/client";
import { wordingDigest } from "#lib/data/wordings";

/** The wordings of documents as the record has them, each once. */
export async function recordWordings(docs: readonly SearchDoc[]): Promise<void> {
  const rows = docs.flatMap(({ wordingId: id, text, bands }) => {
    const { folded, body } = comparable(text);
    return id ? [{ id, foldVersion: FOLD_VERSION, digest: wordingDigest(folded), folded, text, body, bands }] : [];
  });
  await db().wording.createMany({ data: rows, skipDuplicates: true });
}
