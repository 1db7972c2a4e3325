import type { MultiSearchQuery, SearchResponse } from "meilisearch";
import { ask, type MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import { toBandText } from "#lib/adapters/search/meilisearch/documents";
import { isOneOf } from "#lib/adapters/search/meilisearch/filters";
import { queryToken } from "#lib/adapters/search/meilisearch/shadow-words";
import type { SimilarQuery } from "#lib/core/search/search-index";

/** Distinct words whose frequency is asked for; a hundred questions in one request are answered in milliseconds. */
const MAX_COUNTED_WORDS = 60;
const MIN_WORD_CHARS = 3;
/** Each of the rarest words is looked for with the nine next rare beside it. */
const RAREST = 8;
const BESIDE = 9;
const HAS_WORDING = "wordingId EXISTS";
const NOTHING = "NOT wordingId EXISTS";
/** One word in common says nothing; two rare ones do. */
const MIN_SHARED = 2;
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
 * by how rare they are. How rare they are is asked of Meilisearch first: it looks at ten words of a query, so the ten have
 * to be chosen, and a whole text sent as a query finds next to nothing of its copies.
 */
export async function similar(meili: MeiliConnection, { bands, words, limit }: SimilarQuery): Promise<string[]> {
  const usable = words.filter((word) => word.length >= MIN_WORD_CHARS && /^[\p{L}\p{N}]+$/u.test(word));
  const tokens = [...new Set(usable.map(queryToken))];
  const telling = tokens.sort((a, b) => b.length - a.length).slice(0, MAX_COUNTED_WORDS);
  const [sharing, all, ...counts] = await askAll(meili, [
    sharingBands(meili, bands),
    { ...onText(meili, ""), limit: 0 },
    ...telling.map((token) => ({ ...onText(meili, `"${token}"`), limit: 0 })),
  ]);
  const byBands = rankBySharedBands(sharing?.hits ?? [], new Set(bands.map(toBandText)));
  const rarest = telling
    .map((token, i) => ({ token, count: counts[i]?.estimatedTotalHits ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const byWords = await findByWords(meili, rarest, all?.estimatedTotalHits ?? 0, limit);
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

/** One question for each of the rarest words, which must be there; what else is there decides who comes first. */
async function findByWords(
  meili: MeiliConnection,
  rarest: readonly Counted[],
  documents: number,
  limit: number,
): Promise<string[]> {
  const asked = rarest.slice(0, RAREST);
  if (asked.length < MIN_SHARED) return [];
  const answers = await askAll(
    meili,
    asked.map(({ token }) => {
      const beside = rarest.filter((other) => other.token !== token).slice(0, BESIDE);
      // The full stop keeps the last word from being taken for a beginning.
      return { ...onText(meili, `"${token}" ${beside.map((other) => other.token).join(" ")} .`), limit };
    }),
  );
  const shared = new Map<string, { words: number; rarity: number }>();
  for (const [i, { hits }] of answers.entries()) {
    const rarity = Math.log1p(documents / (asked[i]?.count ?? documents));
    for (const { wordingId } of hits) {
      const before = shared.get(wordingId) ?? { words: 0, rarity: 0 };
      shared.set(wordingId, { words: before.words + 1, rarity: before.rarity + rarity });
    }
  }
  return [...shared]
    .filter(([, { words }]) => words >= MIN_SHARED)
    .sort(([, a], [, b]) => b.rarity - a.rarity)
    .map(([id]) => id);
}

function onText({ uid }: MeiliConnection, q: string): MultiSearchQuery {
  return {
    indexUid: uid,
    q,
    filter: HAS_WORDING,
    distinct: "wordingId",
    attributesToSearchOn: ["textWords"],
    attributesToRetrieve: ["wordingId"],
    matchingStrategy: "frequency",
  };
}

function rankBySharedBands(hits: readonly Proposal[], wanted: ReadonlySet<string>): string[] {
  const shared = ({ bands = [] }: Proposal) => bands.filter((band) => wanted.has(band)).length;
  return [...hits].sort((a, b) => shared(b) - shared(a)).map(({ wordingId }) => wordingId);
}

async function askAll(meili: MeiliConnection, queries: MultiSearchQuery[]): Promise<Answer[]> {
  const { results } = await ask(() => meili.search.multiSearch<{ queries: MultiSearchQuery[] }, Proposal>({ queries }));
  return results as Answer[];
}
