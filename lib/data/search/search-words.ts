import { allowedSlips, isNearWord, MIN_NEAR_CHARS, slipsBetween } from "#lib/core/search/near-words";
import type { Term } from "#lib/data/search/query-terms";
import type { Ask } from "#lib/data/search/search-pool";
import { Prisma } from "#prisma/generated/client";

/** A beginning that more words have is as good as everywhere. */
const MAX_BEGINNINGS = 3_000;
const LAST_CHARACTER = "\u{10ffff}";
const MAX_NEAR_WORDS = 20;

/**
 * At most how many documents have each of these terms, about: a document that was replaced or removed may still be
 * counted until the next rebuild. Infinite for the beginning of very many words.
 */
export async function readReach(ask: Ask, terms: readonly Term[]): Promise<number[]> {
  if (terms.length === 0) return [];
  const whole = [...new Set(terms.flatMap((term) => term.whole))];
  const open = [...new Set(terms.flatMap((term) => term.beginnings))];
  const rows = await ask<{ word: string; isOpen: boolean; docs: number; words: number }>(
    Prisma.sql`
    SELECT word, false AS "isOpen", docs, 1 AS words FROM search_word WHERE word = ANY(${whole})
    UNION ALL
    SELECT beginning, true, coalesce(sum(docs), 0)::int, count(*)::int
      FROM unnest(${open}::text[]) AS beginning
      LEFT JOIN LATERAL (
        SELECT docs FROM search_word
         WHERE word >= beginning COLLATE "C" AND word < (beginning || ${LAST_CHARACTER}) COLLATE "C"
         LIMIT ${MAX_BEGINNINGS}
      ) AS begun ON true
     GROUP BY beginning`,
    { isPrepared: true },
  );
  const reachOf = (lexemes: readonly string[], isOpen: boolean) =>
    rows
      .filter((row) => row.isOpen === isOpen && lexemes.includes(row.word))
      .reduce((sum, { words, docs }) => sum + (words >= MAX_BEGINNINGS ? Number.POSITIVE_INFINITY : docs), 0);
  return terms.map(({ whole, beginnings }) => reachOf(whole, false) + reachOf(beginnings, true));
}

/** How many documents have each of these words, about; words that none has are left out. */
export async function readWordCounts(ask: Ask, words: readonly string[]): Promise<Map<string, number>> {
  const rows = await ask<{ word: string; docs: number }>(
    Prisma.sql`SELECT word, docs FROM search_word WHERE word = ANY(${[...words]})`,
    { isPrepared: true },
  );
  return new Map(rows.map(({ word, docs }) => [word, docs]));
}

/** Words of the archive that are a slip of the finger away, nearest first, then those that most documents have. */
export async function findNearWords(ask: Ask, word: string): Promise<{ word: string; slips: number }[]> {
  const slips = allowedSlips(word.length);
  if (slips === 0) return [];
  const rows = await ask<{ word: string; docs: number }>(Prisma.sql`
    SELECT word, docs FROM search_word
     WHERE word % ${word} AND word !~ '^='
       AND length(word) BETWEEN ${Math.max(MIN_NEAR_CHARS, word.length - slips)} AND ${word.length + slips}`);
  return rows
    .filter((row) => isNearWord(word, row.word))
    .map((row) => ({ ...row, slips: slipsBetween(word, row.word) }))
    .sort((a, b) => a.slips - b.slips || b.docs - a.docs || (a.word < b.word ? -1 : 1))
    .slice(0, MAX_NEAR_WORDS);
}
