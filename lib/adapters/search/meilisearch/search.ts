import type { MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import { type FoundDoc, fromFound } from "#lib/adapters/search/meilisearch/documents";
import { countFacets } from "#lib/adapters/search/meilisearch/facets";
import { mayHaveLiterals, toFilter } from "#lib/adapters/search/meilisearch/filters";
import { findChecked, MAX_CHECKED } from "#lib/adapters/search/meilisearch/find-checked";
import { findCollapsed } from "#lib/adapters/search/meilisearch/find-collapsed";
import {
  countAll,
  type Found,
  findDocuments,
  type Question,
  type Wish,
} from "#lib/adapters/search/meilisearch/find-documents";
import { planNear, planStrict } from "#lib/adapters/search/meilisearch/plan-query";
import { highlight } from "#lib/core/search/highlight";
import { meetsQuery, type QueriedTexts } from "#lib/core/search/meets-query";
import { MIN_NEAR_CHARS } from "#lib/core/search/near-words";
import { type ParsedQuery, parseQuery } from "#lib/core/search/parse-query";
import type { SearchQuery, SearchResult } from "#lib/core/search/search-index";

const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;
const MAX_PAGE = 10_000;

/** @throws AppError `search_down` */
export async function search(meili: MeiliConnection, query: SearchQuery): Promise<SearchResult> {
  const parsed = parseQuery(query.q, query.exactSpelling);
  const filter = toFilter(query.filters ?? {});
  if (filter === null) return toResult(NOTHING, parsed, false);
  const wish: Wish = {
    sort: query.sort ?? "relevance",
    collapse: query.collapse ?? false,
    page: clamp(query.page, 1, MAX_PAGE),
    pageSize: clamp(query.pageSize, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE),
    countOnly: query.countOnly,
  };
  const strict = await findStrictly(meili, parsed, filter, wish);
  if (strict.total > 0 || !strict.isTotalExact || !mayBeNear(parsed)) return toResult(strict, parsed, false);
  const near = await findNearly(meili, parsed, filter, wish);
  return near.total > 0 ? toResult(near, parsed, true) : toResult(strict, parsed, false);
}

async function findStrictly(meili: MeiliConnection, parsed: ParsedQuery, filter: string[], wish: Wish): Promise<Found> {
  const { q, check } = planStrict(parsed);
  const question: Question = { q, filter: [...filter, ...mayHaveLiterals(parsed.literals)], isNear: false };
  const findBySelf = () => (wish.collapse ? findCollapsed : findDocuments)(meili, question, wish);
  if (check === "nothing") return findBySelf();
  // So many texts with one long phrase are copies of one text: looking at each would change nothing.
  if (check === "likely" && (await countAll(meili, question)).total > MAX_CHECKED) return findBySelf();
  return findChecked(meili, question, wish, (doc) => meetsQuery(toTexts(doc), parsed));
}

/** Meilisearch proposes, the distance of the words decides, as in PostgreSQL. */
function findNearly(meili: MeiliConnection, parsed: ParsedQuery, filter: string[], wish: Wish): Promise<Found> {
  const question: Question = { q: planNear(parsed).q, filter, isNear: true };
  return findChecked(meili, question, wish, (doc) => meetsQuery(toTexts(doc), parsed, true));
}

function mayBeNear({ words, literals }: ParsedQuery): boolean {
  return literals.length === 0 && words.some((word) => word.length >= MIN_NEAR_CHARS);
}

function toTexts({ title, text, account, accountName, url }: FoundDoc): QueriedTexts {
  return { title: title ?? null, text, account: account ?? null, accountName: accountName ?? null, url };
}

const NOTHING: Found = { docs: [], total: 0, isTotalExact: true, facetSample: null, facets: countFacets([]) };

/** Highlights are drawn on the original by our own folding: Meilisearch sees only the words beside it. */
function toResult({ docs, ...counts }: Found, parsed: ParsedQuery, isFuzzy: boolean): SearchResult {
  const hits = docs.map(fromFound).map((doc) => ({
    ...doc,
    ranges: highlight(doc.text, parsed, isFuzzy),
    titleRanges: doc.title ? highlight(doc.title, parsed, isFuzzy) : [],
  }));
  return { hits, isFuzzy, ...counts };
}

function clamp(value: number | undefined, fallback: number, max: number): number {
  if (value === undefined || !Number.isFinite(value)) return fallback;
  return Math.min(Math.max(Math.trunc(value), 1), max);
}
