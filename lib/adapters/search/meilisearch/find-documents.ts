import type { MultiSearchQuery, SearchResponse } from "meilisearch";
import { ask, type MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import type { FoundDoc } from "#lib/adapters/search/meilisearch/documents";
import { FACETED, readFacets } from "#lib/adapters/search/meilisearch/facets";
import { isOneOf } from "#lib/adapters/search/meilisearch/filters";
import { NEAR_FIELD, SHOWN_FIELDS, WORD_FIELDS } from "#lib/adapters/search/meilisearch/settings";
import type { SearchQuery, SearchResult } from "#lib/core/search/search-index";

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
};

export type Found = { docs: FoundDoc[] } & Pick<SearchResult, "total" | "isTotalExact" | "facetSample" | "facets">;

const NEWEST = ["at:desc"];
const OLDEST = ["at:asc"];
const MOST_COPIES = ["copies:desc", "family:asc", "at:asc"];

/** One page of what Meilisearch finds, its counts as they are. */
export async function findDocuments(meili: MeiliConnection, question: Question, wish: Wish): Promise<Found> {
  return wish.collapse ? findCollapsed(meili, question, wish) : findAll(meili, question, wish);
}

/** Documents in the order that was asked for, from one place on. Facets and totals are not counted. */
export async function readRanked(
  meili: MeiliConnection,
  question: Question,
  sort: Wish["sort"],
  from: number,
  count: number,
): Promise<{ docs: FoundDoc[]; total: number }> {
  const query = { ...base(meili, question), sort: orderOf(question, sort), offset: from, limit: count };
  const [answer] = await askAll(meili, [query]);
  return { docs: answer?.hits ?? [], total: answer?.estimatedTotalHits ?? 0 };
}

async function findAll(meili: MeiliConnection, question: Question, wish: Wish): Promise<Found> {
  const paging = { page: wish.page, hitsPerPage: wish.pageSize, facets: FACETED };
  const [answer] = await askAll(meili, [{ ...base(meili, question), ...paging, sort: orderOf(question, wish.sort) }]);
  return {
    docs: answer?.hits ?? [],
    total: answer?.totalHits ?? 0,
    isTotalExact: true,
    facetSample: null,
    facets: readFacets(answer?.facetDistribution),
  };
}

/**
 * One per phrasing. Meilisearch keeps the first of each in the order it was asked for, so the oldest of each is fetched
 * by a second question; and facets, which count every document, are a question of their own.
 */
async function findCollapsed(meili: MeiliConnection, question: Question, wish: Wish): Promise<Found> {
  const every = { ...base(meili, question), limit: 0, facets: FACETED };
  // Newest first, by the oldest of each: the other end of "oldest first".
  const isReversed = wish.sort === "newest" || (wish.sort === "relevance" && question.q === "");
  const paging = isReversed ? { page: 1, hitsPerPage: 1 } : { page: wish.page, hitsPerPage: wish.pageSize };
  const sort = isReversed ? OLDEST : orderOf(question, wish.sort);
  const [first, counted] = await askAll(meili, [
    { ...base(meili, question), ...paging, sort, distinct: "family" },
    every,
  ]);
  const total = first?.totalHits ?? 0;
  const docs = isReversed
    ? await readFromTheEnd(meili, question, total, wish)
    : await withOldest(meili, question, wish, first?.hits ?? []);
  return { docs, total, isTotalExact: true, facetSample: null, facets: readFacets(counted?.facetDistribution) };
}

async function readFromTheEnd(meili: MeiliConnection, question: Question, total: number, wish: Wish) {
  const end = total - (wish.page - 1) * wish.pageSize;
  const start = Math.max(0, end - wish.pageSize);
  if (end <= 0) return [];
  const slice = { offset: start, limit: end - start, sort: OLDEST, distinct: "family" };
  const [answer] = await askAll(meili, [{ ...base(meili, question), ...slice }]);
  return (answer?.hits ?? []).reverse();
}

async function withOldest(meili: MeiliConnection, question: Question, wish: Wish, hits: FoundDoc[]) {
  // The other orders put the oldest first already.
  const families = isOneOf(
    "family",
    hits.map((hit) => hit.family),
  );
  if (wish.sort !== "relevance" || !families) return hits;
  const narrowed = base(meili, { ...question, filter: [...question.filter, families] });
  const [answer] = await askAll(meili, [{ ...narrowed, limit: hits.length, sort: OLDEST, distinct: "family" }]);
  const oldest = new Map(answer?.hits.map((hit) => [hit.family, hit]));
  return hits.map((hit) => oldest.get(hit.family) ?? hit);
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
