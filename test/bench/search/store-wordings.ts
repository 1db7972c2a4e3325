import { SKETCH_VERSION } from "#lib/core/duplicates/version";
import { FOLD_VERSION } from "#lib/core/text/fold";
import { db } from "#lib/data/client";
import { wordingDigest } from "#lib/data/wordings";
import type { BenchWording } from "#test/bench/search/corpus";

/** Writes wordings as the record has them, many at once: each a pivot, as most are. */
export async function storeWordings(wordings: readonly BenchWording[]): Promise<void> {
  if (wordings.length === 0) return;
  const rows = wordings.map((wording) => ({ ...wording, digest: wordingDigest(wording.folded) }));
  await db().$executeRaw`
    INSERT INTO wording (id, fold_version, digest, folded, text, body, bands, pivot_bands, sketch_version)
    SELECT id, ${FOLD_VERSION}, digest, folded, text, body,
           bands, bands, ${SKETCH_VERSION}
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS w(id uuid, digest text, folded text, text text, body text, bands int[])`;
}
