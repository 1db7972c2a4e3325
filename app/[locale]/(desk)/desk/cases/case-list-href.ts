import type { Locale } from "#lib/i18n/locales";
import type { CaseListQuery } from "#lib/schemas/case-inputs";

/** The address of the list under these filters; what is usual is left out of it. */
export function caseListHref(locale: Locale, query: CaseListQuery): string {
  const parameters = new URLSearchParams();
  if (query.q) parameters.set("q", query.q);
  if (query.status) parameters.set("status", query.status);
  if (query.sort !== "updated") parameters.set("sort", query.sort);
  if (query.page > 1) parameters.set("page", String(query.page));
  const search = parameters.size > 0 ? `?${parameters}` : "";
  return `/${locale}/desk/cases${search}`;
}
