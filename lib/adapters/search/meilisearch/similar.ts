import type { MultiSearchQuery, SearchResponse } from "meilisearch";
import { ask, type MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import { toBandText } from "#lib/adapters/search/meilisearch/documents";
import { isOneOf } from "#lib/adapters/search/meilisearch/filters";
import { queryToken } from "#lib/adapters/search/meilisearch/shadow-words";
import type { SimilarQuery } from "#lib/core/search/search-index";

/** Distinct words whose frequency is asked for, the longest: in so many of a text there are always rare ones. */
const MAX_COUNTED_WORDS = 24;
const MIN_WORD_CHARS = 3;
/** Words that few documents have, looked for two by two: one in common says nothing, two rare ones do. */
const RARE_WORDS = 5;
const HAS_WORDING = "wordingId EXISTS";
const NOTHING = "NOT wordingId EXISTS";
/** Wordings that have a pair of them. */
const MAX_OF_A_PAIR = 100;
/** The sketch knows better, so it has three of four places; what it leaves the words take. */
const BAND_SHARE = 0.75;
/** Wordings with a common band key; the sketch of a popular template meets many. */
const MAX_SHARING = 1_000;

type Proposal = { wordingId: string; bands?: string[] };
type Answer = SearchResponse<Proposal> & { estimatedTotalHits?: number };
/** A word as it is looked up, and how many documents have it. */
type Counted = { token: string; count: number };

/**
 * Wordings like a text: first those whose sketches share a key, most keys first; then those that have its rarest words,
 * by how rare they are. How rare they are is asked of Meilisearch first: a whole text sent as a query would be cut after
 * ten words, whichever they are.
 */
export async function similar(meili: MeiliConnection, { bands, words, limit }: SimilarQuery): Promise<string[]> {
  const usable = words.filter((word) => word.length >= MIN_WORD_CHARS && /^[\p{L}\p{N}]+$/u.test(word));
  const tokens = [...new Set(usable.map(queryToken))];
  const telling = tokens.sort((a, b) => b.length - a.length).slice(0, MAX_COUNTED_WORDS);
  const sharing = bands.length > 0 ? (await askAll(meili, [sharingBands(meili, bands)]))[0] : undefined;
  const [all, ...counts] = await askAll(meili, [
    { ...onText(meili, ""), limit: 0 },
    ...telling.map((token) => ({ ...onText(meili, `"${token}"`), limit: 0 })),
  ]);
  const byBands = rankBySharedBands(sharing?.hits ?? [], new Set(bands.map(toBandText)));
  const rarest = telling
    .map((token, i) => ({ token, count: counts[i]?.estimatedTotalHits ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const byWords = await findByWords(meili, rarest, all?.estimatedTotalHits ?? 0);
  const kept = byBands.slice(0, Math.max(Math.ceil(limit * BAND_SHARE), limit - byWords.length));
  return [...new Set([...kept, ...byWords])].slice(0, limit);
}

function sharingBands({ uid }: MeiliConnection, bands: readonly number[]): MultiSearchQuery {
  return {
    indexUid: uid,
    q: "",
    filter: [HAS_WORDING, isOneOf("bands", bands.map(toBandText)) ?? NOTHING],
    distinct: "wordingId",
    attributesToRetrieve: ["wordingId", "bands"],
    limit: MAX_SHARING,
  };
}

/** One question for each pair of the rarest words; whose words are rarest comes first. */
async function findByWords(meili: MeiliConnection, rarest: readonly Counted[], documents: number): Promise<string[]> {
  const rare = rarest.slice(0, RARE_WORDS);
  const pairs = rare.flatMap((word, i) => rare.slice(i + 1).map((other) => [word, other] as const));
  if (pairs.length === 0) return [];
  const answers = await askAll(
    meili,
    pairs.map((pair) => ({
      ...onText(meili, pair.map(({ token }) => `"${token}"`).join(" ")),
      filter: HAS_WORDING,
      distinct: "wordingId",
      limit: MAX_OF_A_PAIR,
    })),
  );
  const shared = new Map<string, Set<Counted>>();
  for (const [i, { hits }] of answers.entries()) {
    for (const { wordingId } of hits) {
      const words = shared.get(wordingId) ?? new Set();
      for (const word of pairs[i] ?? []) words.add(word);
      shared.set(wordingId, words);
    }
  }
  const rarity = (words: Iterable<Counted>) =>
    [...words].reduce((sum, { count }) => sum + Math.log1p(documents / count), 0);
  return [...shared].sort(([, a], [, b]) => rarity(b) - rarity(a)).map(([id]) => id);
}

function onText({ uid }: MeiliConnection, q: string): MultiSearchQuery {
  const only = { attributesToSearchOn: ["textWords"], attributesToRetrieve: ["wordingId"] };
  return { indexUid: uid, q, ...only, matchingStrategy: "all" };
}

function rankBySharedBands(hits: readonly Proposal[], wanted: ReadonlySet<string>): string[] {
  const shared = ({ bands = [] }: Proposal) => bands.filter((band) => wanted.has(band)).length;
  return [...hits].sort((a, b) => shared(b) - shared(a)).map(({ wordingId }) => wordingId);
}

async function askAll(meili: MeiliConnection, queries: MultiSearchQuery[]): Promise<Answer[]> {
  const { results } = await ask(() => meili.search.multiSearch<{ queries: MultiSearchQuery[] }, Proposal>({ queries }));
  return results as Answer[];
}
