import type { Locale } from "#lib/i18n/locales";
import type { SuppliedQuery } from "#lib/schemas/supplied";

/** The address of the list of supplied files under a query; what is as usual is left out. */
export function suppliedListHref(locale: Locale, query: Partial<SuppliedQuery>): string {
  const search = new URLSearchParams();
  if (query.q) search.set("q", query.q);
  if (query.format) search.set("format", query.format);
  if (query.page && query.page > 1) search.set("page", String(query.page));
  const text = search.toString();
  return `/${locale}/desk/supplied${text ? `?${text}` : ""}`;
}
