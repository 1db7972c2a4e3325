import { bodyOf } from "#lib/core/duplicates/body";
import { passagesOf } from "#lib/core/duplicates/passages";
import { comparable } from "#lib/core/duplicates/relate";
import { bandsOf } from "#lib/core/duplicates/sketch";
import type { SearchIndex } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { listWordingsById, type WordingRow } from "#lib/data/copies";
import { findNearWordings } from "#lib/data/near-wordings";
import { logger } from "#lib/logger";

/** Proposals asked of search: suggestions are for a person to read. */
const MAX_PROPOSALS = 100;
/** Words that search chooses the rarest of. */
const MAX_WORDS = 400;

/** What may be near a text; `fromSearch` is null when search does not answer. */
export type Proposals = { bySketch: WordingRow[]; fromSearch: WordingRow[] | null };

/**
 * Wordings that may be near a text: by its sketch and by those of its passages from PostgreSQL, by words that few texts
 * have from search. Proposals only; whoever asks measures them.
 * @param readings the text, and as it was meant to be read where letters were disguised.
 */
export async function proposeWordings(index: SearchIndex, readings: readonly string[]): Promise<Proposals> {
  const bodies = readings.map((reading) => comparable(reading).body);
  const passages = readings.slice(-1).flatMap(passagesOf).map(bodyOf);
  const bands = [...new Set([...bodies, ...passages].flatMap(bandsOf))];
  const [bySketch, fromSearch] = await Promise.all([
    findNearWordings(db(), bands),
    askSearch(index, bodies.at(-1) ?? ""),
  ]);
  return { bySketch, fromSearch };
}

async function askSearch(index: SearchIndex, body: string): Promise<WordingRow[] | null> {
  const words = [...new Set(body.split(" "))].filter(Boolean).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  try {
    // The sketch was asked already: search is left with the words.
    const ids = await index.similar({ bands: [], words, limit: MAX_PROPOSALS });
    return await listWordingsById(db(), ids);
  } catch (thrown) {
    logger.error({ err: thrown }, "search proposes no suggestions");
    return null;
  }
}
