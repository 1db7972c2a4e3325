import type { SimilarQuery } from "#lib/core/search/search-index";
import { fromSlices } from "#lib/data/search/document-sources";
import { cutWord, quoteLexeme } from "#lib/data/search/lexemes";
import type { Ask } from "#lib/data/search/search-pool";
import { readWordCounts } from "#lib/data/search/search-words";
import { ALL_SLICES } from "#lib/data/search/time-slices";
import { Prisma } from "#prisma/generated/client";

/** One of these, the rarest, must be there: so the index walks along no other. */
const RAREST_WORDS = 4;
/** And one other of these. */
const RARE_WORDS = 6;
/** A pair of words that more documents could have says nothing. */
const MAX_PAIR_DOCS = 50_000;
/** Looked at before the best are taken: a campaign's wordings all share a band, its posts all share the words. */
const MAX_BY_BAND = 2_000;
const MAX_BY_WORDS = 1_500;
/** A lexeme of no document. */
const NOWHERE = "=";
/** The sketch knows better, so it has three of four places; what it leaves the words take. */
const BAND_SHARE = 0.75;

/** Wordings that may be like a text: by shared bands, most first, then by shared rare words, most first. */
export async function findSimilar(ask: Ask, { bands, words, limit }: SimilarQuery): Promise<string[]> {
  const byBand = bands.length > 0 ? await shareBands(ask, [...bands], limit) : [];
  const byWords = await shareWords(ask, words, limit);
  const kept = byBand.slice(0, Math.max(Math.ceil(limit * BAND_SHARE), limit - byWords.length));
  return [...new Set([...kept, ...byWords])].slice(0, limit);
}

async function shareBands(ask: Ask, bands: number[], limit: number): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    Prisma.sql`
    SELECT id FROM (SELECT id, bands FROM wording WHERE bands && ${bands}::int[] LIMIT ${MAX_BY_BAND}) AS near
     ORDER BY (SELECT count(*) FROM unnest(bands) AS band WHERE band = ANY(${bands}::int[])) DESC, id
     LIMIT ${limit}`,
    { isPrepared: true },
  );
  return rows.map(({ id }) => id);
}

async function shareWords(ask: Ask, words: readonly string[], limit: number): Promise<string[]> {
  const counts = await readWordCounts(ask, words.map(cutWord));
  const rare = [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).slice(0, RARE_WORDS);
  const pairs = rare.flatMap(([word, docs], i) =>
    docs > MAX_PAIR_DOCS || i >= RAREST_WORDS
      ? []
      : rare.slice(i + 1).map(([other]) => `(${quoteLexeme(word)} & ${quoteLexeme(other)})`),
  );
  if (pairs.length === 0) return [];
  const way = { kind: "slices", tsquery: pairs.join(" | "), slices: ALL_SLICES } as const;
  const come = fromSlices(way, Prisma.raw("wording_id, tsv"), Prisma.sql`true`, Prisma.empty);
  // Always of the same shape, so that it is planned once.
  const shared = Prisma.join(
    Array.from(
      { length: RARE_WORDS },
      (_, i) => Prisma.sql`(tsv @@ ${quoteLexeme(rare[i]?.[0] ?? NOWHERE)}::tsquery)::int`,
    ),
    " + ",
  );
  const rows = await ask<{ id: string }>(
    Prisma.sql`
    SELECT wording_id AS id FROM (${come} LIMIT ${Prisma.raw(String(MAX_BY_WORDS))}) AS near
     WHERE wording_id IS NOT NULL
     GROUP BY wording_id ORDER BY max(${shared}) DESC, wording_id LIMIT ${limit}`,
    { isPrepared: true },
  );
  return rows.map(({ id }) => id);
}
