import { FACET_FIELDS, type FacetField } from "#lib/core/search/search-index";
import type { Locale } from "#lib/i18n/locales";
import type { SearchParams } from "#lib/schemas/search-query";

/** Filters that an address can hold, one chip each. */
export type ActiveFilter = { field: FacetField | "from" | "to" | "copies"; value: string };

/** A search as pairs of an address or a form; what is as usual is left out. */
export function searchPairs(params: Partial<SearchParams>): [string, string][] {
  const pairs: [string, string][] = [];
  if (params.q) pairs.push(["q", params.q]);
  for (const field of FACET_FIELDS) {
    for (const value of params[field] ?? []) pairs.push([field, value]);
  }
  if (params.from) pairs.push(["from", params.from]);
  if (params.to) pairs.push(["to", params.to]);
  for (const flag of ["exact", "collapse", "copies"] as const) if (params[flag]) pairs.push([flag, "1"]);
  if (params.sort && params.sort !== "relevance") pairs.push(["sort", params.sort]);
  if (params.page && params.page > 1) pairs.push(["page", String(params.page)]);
  return pairs;
}

/** The address of a search. */
export function searchHref(locale: Locale, params: Partial<SearchParams>): string {
  const text = new URLSearchParams(searchPairs(params)).toString();
  return `/${locale}/desk/search${text ? `?${text}` : ""}`;
}

/** The same search with one value of a facet more, or less when it is there; back on the first page. */
export function toggled(params: SearchParams, field: FacetField, value: string): SearchParams {
  const values: string[] = params[field];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...params, [field]: next, page: 1 };
}

/** Every filter that is set. */
export function activeFilters(params: SearchParams): ActiveFilter[] {
  const facets = FACET_FIELDS.flatMap((field) => params[field].map((value) => ({ field, value })));
  const dates = (["from", "to"] as const).flatMap((field) => {
    const value = params[field];
    return value ? [{ field, value }] : [];
  });
  return [...facets, ...dates, ...(params.copies ? [{ field: "copies" as const, value: "1" }] : [])];
}

/** The same search without one filter. */
export function without(params: SearchParams, { field, value }: ActiveFilter): SearchParams {
  if (field === "copies") return { ...params, copies: false, page: 1 };
  if (field === "from" || field === "to") return { ...params, [field]: undefined, page: 1 };
  return toggled(params, field, value);
}

/** The same words without any filter. */
export function withoutFilters(params: SearchParams): Partial<SearchParams> {
  const { q, exact, collapse, sort } = params;
  return { q, exact, collapse, sort };
}
