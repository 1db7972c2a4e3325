import type { MultiSearchQuery, SearchResponse } from "meilisearch";
import { ask, type MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import { isOneOf } from "#lib/adapters/search/meilisearch/filters";
import { queryToken } from "#lib/adapters/search/meilisearch/shadow-words";
import type { SimilarQuery } from "#lib/core/search/search-index";

/** Distinct words whose frequency is asked for; a hundred questions in one request are answered in milliseconds. */
const MAX_COUNTED_WORDS = 60;
const MIN_WORD_CHARS = 3;
/** Each of the rarest words is looked for with the nine next rare beside it. */
const RAREST = 8;
const BESIDE = 9;
/** Wordings with a common band key; the sketch of a popular template meets many. */
const MAX_SHARING = 1_000;

type Proposal = { wordingId: string; bands?: number[] };
type Answer = SearchResponse<Proposal> & { estimatedTotalHits?: number };
/** A word as it is looked up, and how many documents have it. */
type Counted = { token: string; count: number };

/**
 * Wordings like a text: first those whose sketches share a key, most keys first; then those that have its rarest words,
 * by how rare they are. How rare they are is asked of Meilisearch first: it looks at ten words of a query, so the ten have
 * to be chosen, and a whole text sent as a query finds next to nothing of its copies.
 */
export async function similar(meili: MeiliConnection, { bands, words, limit }: SimilarQuery): Promise<string[]> {
  const tokens = [...new Set(words.filter((word) => word.length >= MIN_WORD_CHARS).map(queryToken))];
  const telling = tokens.sort((a, b) => b.length - a.length).slice(0, MAX_COUNTED_WORDS);
  const [sharing, all, ...counts] = await askAll(meili, [
    sharingBands(meili, bands),
    { ...onText(meili, ""), limit: 0 },
    ...telling.map((token) => ({ ...onText(meili, `"${token}"`), limit: 0 })),
  ]);
  const byBands = rankBySharedBands(sharing?.hits ?? [], new Set(bands));
  const rarest = telling
    .map((token, i) => ({ token, count: counts[i]?.estimatedTotalHits ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const byWords = await findByWords(meili, rarest, all?.estimatedTotalHits ?? 0, limit);
  return [...new Set([...byBands, ...byWords])].slice(0, limit);
}

function sharingBands({ uid }: MeiliConnection, bands: readonly number[]): MultiSearchQuery {
  return {
    indexUid: uid,
    q: "",
    filter: isOneOf("bands", bands) ?? [],
    distinct: "wordingId",
    attributesToRetrieve: ["wordingId", "bands"],
    limit: bands.length > 0 ? MAX_SHARING : 0,
  };
}

/** One question for each of the rarest words, which must be there; what else is there decides who comes first. */
async function findByWords(
  meili: MeiliConnection,
  rarest: readonly Counted[],
  documents: number,
  limit: number,
): Promise<string[]> {
  const asked = rarest.slice(0, RAREST);
  if (asked.length === 0) return [];
  const answers = await askAll(
    meili,
    asked.map(({ token }) => {
      const beside = rarest.filter((other) => other.token !== token).slice(0, BESIDE);
      // The full stop keeps the last word from being taken for a beginning.
      return { ...onText(meili, `"${token}" ${beside.map((other) => other.token).join(" ")} .`), limit };
    }),
  );
  const weights = new Map<string, number>();
  for (const [i, { hits }] of answers.entries()) {
    const rarity = Math.log1p(documents / (asked[i]?.count ?? documents));
    for (const { wordingId } of hits) weights.set(wordingId, (weights.get(wordingId) ?? 0) + rarity);
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

function onText({ uid }: MeiliConnection, q: string): MultiSearchQuery {
  return {
    indexUid: uid,
    q,
    filter: "wordingId EXISTS",
    distinct: "wordingId",
    attributesToSearchOn: ["textWords"],
    attributesToRetrieve: ["wordingId"],
    matchingStrategy: "frequency",
  };
}

function rankBySharedBands(hits: readonly Proposal[], wanted: ReadonlySet<number>): string[] {
  const shared = ({ bands = [] }: Proposal) => bands.filter((band) => wanted.has(band)).length;
  return [...hits].sort((a, b) => shared(b) - shared(a)).map(({ wordingId }) => wordingId);
}

async function askAll(meili: MeiliConnection, queries: MultiSearchQuery[]): Promise<Answer[]> {
  const { results } = await ask(() => meili.search.multiSearch<{ queries: MultiSearchQuery[] }, Proposal>({ queries }));
  return results as Answer[];
}
