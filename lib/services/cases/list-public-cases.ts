import { z } from "zod";
import { db } from "#lib/data/client";
import { listPublishedCaseRows } from "#lib/data/published-cases";
import { type PublicCaseSummary, publicCaseSummary } from "#lib/schemas/public-case";
import { type LastGoodOptions, lastGood } from "#lib/services/cases/last-good";

/** Every case file readers can see, newest first; retracted ones stay listed and say so. */
export async function listPublicCases(options: LastGoodOptions = {}): Promise<PublicCaseSummary[]> {
  const read = async () => z.array(publicCaseSummary).parse(await listPublishedCaseRows(db()));
  return lastGood("list", read, options);
}
