import type { MultiSearchQuery, SearchResponse } from "meilisearch";
import { ask, type MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import type { FoundDoc } from "#lib/adapters/search/meilisearch/documents";
import { FACETED, type Facets, largestFirst, readFacets, STORED_FIELDS } from "#lib/adapters/search/meilisearch/facets";
import { isOneOf } from "#lib/adapters/search/meilisearch/filters";
import { MAX_FACET_VALUES, NEAR_FIELD, SHOWN_FIELDS, WORD_FIELDS } from "#lib/adapters/search/meilisearch/settings";
import type { CountOnly, SearchQuery, SearchResult } from "#lib/core/search/search-index";

/** A question to Meilisearch, whole but for order and page. */
export type Question = {
  q: string;
  filter: string[];
  /** Where nothing else was found: words with a slip of the finger, too. */
  isNear: boolean;
};

export type Wish = {
  sort: NonNullable<SearchQuery["sort"]>;
  collapse: boolean;
  /** From 1. */
  page: number;
  pageSize: number;
  countOnly?: CountOnly;
};

export type Found = { docs: FoundDoc[] } & Pick<SearchResult, "total" | "isTotalExact" | "facetSample" | "facets">;

const NEWEST = ["at:desc"];
const OLDEST = ["at:asc"];
const MOST_COPIES = ["copies:desc", "family:asc", "at:asc"];

/** One page of what Meilisearch finds, its counts as they are. */
export async function findDocuments(meili: MeiliConnection, question: Question, wish: Wish): Promise<Found> {
  const paging = { page: wish.page, hitsPerPage: wish.pageSize, facets: FACETED };
  const [answer] = await askAll(meili, [{ ...base(meili, question), ...paging, sort: orderOf(question, wish.sort) }]);
  return {
    docs: answer?.hits ?? [],
    total: answer?.totalHits ?? 0,
    isTotalExact: true,
    facetSample: null,
    facets: await countWanted(meili, question, readFacets(answer?.facetDistribution), wish.countOnly),
  };
}

/** Documents in the order that was asked for, from one place on, and how many there are. */
export async function readRanked<T extends keyof FoundDoc = keyof FoundDoc>(
  meili: MeiliConnection,
  question: Question,
  slice: { sort: Wish["sort"]; from: number; count: number; fields?: readonly T[]; distinct?: "family" },
): Promise<{ docs: Pick<FoundDoc, T>[]; total: number }> {
  const { sort, from, count, fields, distinct } = slice;
  const page = { sort: orderOf(question, sort), offset: from, limit: count };
  const only = fields ? { attributesToRetrieve: [...fields] } : {};
  const [answer] = await askAll(meili, [{ ...base(meili, question), ...page, ...only, ...(distinct && { distinct }) }]);
  return { docs: answer?.hits ?? [], total: answer?.estimatedTotalHits ?? 0 };
}

/** Every document is counted, none is read. */
export async function countAll(meili: MeiliConnection, question: Question) {
  const [answer] = await askAll(meili, [{ ...base(meili, question), limit: 0, facets: FACETED }]);
  return { total: answer?.estimatedTotalHits ?? 0, facets: readFacets(answer?.facetDistribution) };
}

/**
 * Facets with the wanted values alone. Meilisearch tells the most frequent ones; where others pushed wanted ones out,
 * each of those is counted by itself, all in one request.
 */
export async function countWanted(
  meili: MeiliConnection,
  question: Question,
  facets: Facets,
  countOnly: CountOnly | undefined,
): Promise<Facets> {
  if (!countOnly) return facets;
  const { field, values } = countOnly;
  const wanted = new Set(values);
  const told = facets[field].filter(({ value }) => wanted.has(value));
  const isWhole = told.length === facets[field].length || facets[field].length < MAX_FACET_VALUES;
  if (isWhole) return { ...facets, [field]: told };
  const conditions = values.flatMap((value) => {
    const condition = isOneOf(STORED_FIELDS[field], [value]);
    return condition ? [{ value, condition }] : [];
  });
  const narrowed = conditions.map(({ condition }) => ({ ...question, filter: [...question.filter, condition] }));
  const answers = await askAll(
    meili,
    narrowed.map((each) => ({ ...base(meili, each), limit: 0 })),
  );
  const counts = conditions.map(({ value }, i): [string, number] => [value, answers[i]?.estimatedTotalHits ?? 0]);
  return { ...facets, [field]: largestFirst(counts.filter(([, count]) => count > 0)) };
}

/** The oldest document of each of these families that meets the question, in their order. */
export async function readOldest(meili: MeiliConnection, question: Question, families: readonly string[]) {
  const condition = isOneOf("family", families);
  if (!condition) return [];
  const narrowed = base(meili, { ...question, filter: [...question.filter, condition] });
  const each = { limit: families.length, sort: OLDEST, distinct: "family" };
  const [answer] = await askAll(meili, [{ ...narrowed, ...each }]);
  const oldest = new Map(answer?.hits.map((hit) => [hit.family, hit]));
  return families.flatMap((family) => oldest.get(family) ?? []);
}

function base({ uid }: MeiliConnection, { q, filter, isNear }: Question) {
  return {
    indexUid: uid,
    q,
    filter,
    attributesToSearchOn: isNear ? [...WORD_FIELDS, NEAR_FIELD] : [...WORD_FIELDS],
    attributesToRetrieve: [...SHOWN_FIELDS],
    matchingStrategy: "all" as const,
  };
}

function orderOf({ q }: Question, sort: Wish["sort"]): string[] {
  if (sort === "oldest") return OLDEST;
  if (sort === "copies") return MOST_COPIES;
  return sort === "newest" || q === "" ? NEWEST : [];
}

type Answer = SearchResponse<FoundDoc> & { totalHits?: number; estimatedTotalHits?: number };

/** All in one request, answered by one state of the index or nearly so. */
async function askAll(meili: MeiliConnection, queries: MultiSearchQuery[]): Promise<Answer[]> {
  const { results } = await ask(() => meili.search.multiSearch<{ queries: MultiSearchQuery[] }, FoundDoc>({ queries }));
  return results as Answer[];
}
