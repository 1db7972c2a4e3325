import { z } from "zod";
import {
  FACET_FIELDS,
  type FacetField,
  SEARCH_KINDS,
  type SearchKind,
  type SearchQuery,
} from "#lib/core/search/search-index";
import { foldHashtag } from "#lib/core/text/fold";
import { storableText } from "#lib/core/text/storable";

/** Values of one filter. */
const MAX_VALUES = 50;

export const SEARCH_SORTS = ["relevance", "newest", "oldest", "copies"] as const;

const clean = (value: unknown) => (typeof value === "string" ? storableText(value) : value);
const first = (value: unknown) => clean(Array.isArray(value) ? value[0] : value);
const strings = (value: unknown) => {
  const values = (Array.isArray(value) ? value : [value])
    .map(clean)
    .filter((one): one is string => typeof one === "string" && one.trim() !== "" && one.length <= 500);
  return [...new Set(values)].slice(0, MAX_VALUES).sort();
};
const many = z.preprocess(strings, z.array(z.string()));
/** The values in the form in which the index has them, whatever form somebody typed or linked. */
const manyIn = (form: (value: string) => string) =>
  z.preprocess((value) => strings(strings(value).map(form)), z.array(z.string()));
const handle = (value: string) =>
  value
    .trim()
    .replace(/^[@＠]/u, "")
    .toLowerCase();
const isOn = z.preprocess((value) => first(value) === "1", z.boolean());
const day = z.preprocess(first, z.iso.date()).optional().catch(undefined);

/**
 * What the address of the search page says: the whole state of a search. Values that make no sense are dropped, so
 * that an old or hand-made address shows a search and never an error.
 */
export const searchParams = z.object({
  /** May be longer than a search can be; the page then says so and asks no engine. */
  q: z.preprocess(first, z.string()).catch(""),
  exact: isOn,
  collapse: isOn,
  copies: isOn,
  kind: z.preprocess(
    (value) => strings(value).filter((one) => SEARCH_KINDS.includes(one as SearchKind)),
    z.array(z.enum(SEARCH_KINDS)),
  ),
  platform: many,
  account: manyIn(handle),
  hashtag: manyIn((value) => foldHashtag(value).trim()),
  language: many,
  outcome: many,
  caseId: many,
  suppliedBy: many,
  from: day,
  to: day,
  sort: z.preprocess(first, z.enum(SEARCH_SORTS)).catch("relevance"),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000)).catch(1),
});

export type SearchParams = z.infer<typeof searchParams>;

/** The same as a question to the search engine. */
export function toSearchQuery(params: SearchParams, pageSize: number): SearchQuery {
  const { q, exact, copies, from, to, sort, page, collapse } = params;
  const facets = Object.fromEntries(FACET_FIELDS.map((field) => [field, params[field]]));
  return {
    q,
    exactSpelling: exact,
    collapse,
    sort,
    page,
    pageSize,
    filters: { ...facets, hasCopies: copies, from, to },
  };
}

/** A search as pairs of an address or a form, always in the same order; what is as usual is left out. */
export function searchPairs(params: Partial<SearchParams>): [string, string][] {
  const pairs: [string, string][] = [];
  if (params.q) pairs.push(["q", params.q]);
  for (const field of FACET_FIELDS) for (const value of params[field] ?? []) pairs.push([field, value]);
  if (params.from) pairs.push(["from", params.from]);
  if (params.to) pairs.push(["to", params.to]);
  for (const flag of ["exact", "collapse", "copies"] as const) if (params[flag]) pairs.push([flag, "1"]);
  if (params.sort && params.sort !== "relevance") pairs.push(["sort", params.sort]);
  if (params.page && params.page > 1) pairs.push(["page", String(params.page)]);
  return pairs;
}

/** What stands after `?`: the whole search in one text, the same for the same search. */
export function searchText(params: Partial<SearchParams>): string {
  return new URLSearchParams(searchPairs(params)).toString();
}

/** Reads such a text. Never throws. */
export function readSearchText(text: string): SearchParams {
  const given = new URLSearchParams(text);
  return searchParams.parse(Object.fromEntries([...new Set(given.keys())].map((key) => [key, given.getAll(key)])));
}

/** Filters that an address can hold, one chip each. */
export type ActiveFilter = { field: FacetField | "from" | "to" | "copies"; value: string };

/** Every filter that is set. */
export function activeFilters(params: SearchParams): ActiveFilter[] {
  const facets = FACET_FIELDS.flatMap((field) => params[field].map((value) => ({ field, value })));
  const dates = (["from", "to"] as const).flatMap((field) => {
    const value = params[field];
    return value ? [{ field, value }] : [];
  });
  return [...facets, ...dates, ...(params.copies ? [{ field: "copies" as const, value: "1" }] : [])];
}
