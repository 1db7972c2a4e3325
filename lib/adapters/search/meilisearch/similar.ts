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
type Answer = SearchResponse<Proposal> & { estimatedTotalHits?: number; hits: { _rankingScore?: number }[] };

/**
 * Wordings like a text: first those whose sketches share a key, most keys first; then those that have its rarest words,
 * most of them first. Frequencies come from Meilisearch itself: it looks at ten words of a query, so the ten have to be
 * chosen, and a whole text sent as a query finds next to nothing of its copies.
 */
export async function similar(meili: MeiliConnection, { bands, words, limit }: SimilarQuery): Promise<string[]> {
  const tokens = [...new Set(words.filter((word) => word.length >= MIN_WORD_CHARS).map(queryToken))];
  const telling = [...tokens].sort((a, b) => b.length - a.length).slice(0, MAX_COUNTED_WORDS);
  const [sharing, ...counts] = await askAll(meili, [
    sharingBands(meili, bands),
    ...telling.map((token) => ({ ...onText(meili, `"${token}"`), limit: 0 })),
  ]);
  const byBands = rankBySharedBands(sharing?.hits ?? [], new Set(bands));
  const rarest = telling
    .map((token, i) => ({ token, count: counts[i]?.estimatedTotalHits ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count)
    .map(({ token }) => token);
  const byWords = await findByWords(meili, rarest, limit);
  return [...new Set([...byBands, ...byWords])].slice(0, limit);
}

function sharingBands({ uid }: MeiliConnection, bands: readonly number[]): MultiSearchQuery {
  const condition = isOneOf("bands", bands) ?? "bands IN []";
  const limit = bands.length > 0 ? MAX_SHARING : 0;
  return {
    indexUid: uid,
    q: "",
    filter: condition,
    distinct: "wordingId",
    attributesToRetrieve: ["wordingId", "bands"],
    limit,
  };
}

/** The word in quotes must be there; the others decide which text comes first. */
async function findByWords(meili: MeiliConnection, rarest: readonly string[], limit: number): Promise<string[]> {
  const queries = rarest.slice(0, RAREST).map((word) => {
    const beside = rarest.filter((other) => other !== word).slice(0, BESIDE);
    // The full stop keeps the last word from being taken for a beginning.
    return { ...onText(meili, `"${word}" ${beside.join(" ")} .`), limit, showRankingScore: true };
  });
  if (queries.length === 0) return [];
  const best = new Map<string, number>();
  for (const { hits } of await askAll(meili, queries)) {
    for (const { wordingId, _rankingScore = 0 } of hits) {
      best.set(wordingId, Math.max(best.get(wordingId) ?? 0, _rankingScore));
    }
  }
  return [...best].sort((a, b) => b[1] - a[1]).map(([id]) => id);
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
