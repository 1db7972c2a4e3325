import { allowedSlips, isNearWord, MIN_NEAR_CHARS, slipsBetween } from "#lib/core/search/near-words";
import type { Db } from "#lib/data/client";
import type { Term } from "#lib/data/search/query-terms";

/** A beginning that more words have is as good as everywhere. */
const MAX_BEGINNINGS = 3_000;
const LAST_CHARACTER = "\u{10ffff}";
const MAX_NEAR_WORDS = 20;
/** Two letters swapped in a word of five leave a fifth of the trigrams. */
const NEAR_SIMILARITY = "0.2";

/**
 * At most how many documents have each of these terms, about: a document that was replaced or removed may still be
 * counted until the next rebuild. Infinite for the beginning of very many words.
 */
export async function readReach(db: Db, terms: readonly Term[]): Promise<number[]> {
  if (terms.length === 0) return [];
  const whole = [...new Set(terms.flatMap((term) => term.whole))];
  const open = [...new Set(terms.flatMap((term) => term.beginnings))];
  const rows = await db.$queryRaw<{ word: string; isOpen: boolean; docs: number; words: number }[]>`
    SELECT word, false AS "isOpen", docs, 1 AS words FROM search_word WHERE word = ANY(${whole})
    UNION ALL
    SELECT beginning, true, coalesce(sum(docs), 0)::int, count(*)::int
      FROM unnest(${open}::text[]) AS beginning
      LEFT JOIN LATERAL (
        SELECT docs FROM search_word
         WHERE word >= beginning COLLATE "C" AND word < (beginning || ${LAST_CHARACTER}) COLLATE "C"
         LIMIT ${MAX_BEGINNINGS}
      ) AS begun ON true
     GROUP BY beginning`;
  const reachOf = (lexemes: readonly string[], isOpen: boolean) =>
    rows
      .filter((row) => row.isOpen === isOpen && lexemes.includes(row.word))
      .reduce((sum, { words, docs }) => sum + (words >= MAX_BEGINNINGS ? Number.POSITIVE_INFINITY : docs), 0);
  return terms.map(({ whole, beginnings }) => reachOf(whole, false) + reachOf(beginnings, true));
}

/** How many documents have each of these words, about; words that none has are left out. */
export async function readWordCounts(db: Db, words: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ word: string; docs: number }[]>`
    SELECT word, docs FROM search_word WHERE word = ANY(${[...words]})`;
  return new Map(rows.map(({ word, docs }) => [word, docs]));
}

/**
 * Words of the archive that are a slip of the finger away, nearest first, then those that most documents have.
 * @param tx a transaction: a setting is changed until it ends.
 */
export async function findNearWords(tx: Db, word: string): Promise<{ word: string; slips: number }[]> {
  const slips = allowedSlips(word.length);
  if (slips === 0) return [];
  await tx.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${NEAR_SIMILARITY}, true)`;
  const rows = await tx.$queryRaw<{ word: string; docs: number }[]>`
    SELECT word, docs FROM search_word
     WHERE word % ${word} AND word !~ '^='
       AND length(word) BETWEEN ${Math.max(MIN_NEAR_CHARS, word.length - slips)} AND ${word.length + slips}`;
  return rows
    .filter((row) => isNearWord(word, row.word))
    .map((row) => ({ ...row, slips: slipsBetween(word, row.word) }))
    .sort((a, b) => a.slips - b.slips || b.docs - a.docs || (a.word < b.word ? -1 : 1))
    .slice(0, MAX_NEAR_WORDS);
}
