import type { FacetField } from "#lib/core/search/search-index";
import type { Locale } from "#lib/i18n/locales";
import { type ActiveFilter, type SearchParams, searchText } from "#lib/schemas/search-query";

/** The address of a search. */
export function searchHref(locale: Locale, params: Partial<SearchParams>): string {
  const text = searchText(params);
  return `/${locale}/desk/search${text ? `?${text}` : ""}`;
}

/** The same search with one value of a facet more, or less when it is there; back on the first page. */
export function toggled(params: SearchParams, field: FacetField, value: string): SearchParams {
  const values: string[] = params[field];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...params, [field]: next, page: 1 };
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
