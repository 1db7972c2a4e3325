import type { Locale } from "#lib/i18n/locales";
import type { CaptureQuery } from "#lib/schemas/capture-query";

/** The address of the list of captures under a query; what is as usual is left out. */
export function captureListHref(locale: Locale, query: Partial<CaptureQuery> & { open?: string }): string {
  const search = new URLSearchParams();
  for (const outcome of query.outcome ?? []) search.append("outcome", outcome);
  if (query.kind) search.set("kind", query.kind);
  if (query.platform) search.set("platform", query.platform);
  if (query.cause) search.set("cause", query.cause);
  if (query.changed) search.set("changed", "1");
  if (query.q) search.set("q", query.q);
  if (query.sort === "oldest") search.set("sort", query.sort);
  if (query.page && query.page > 1) search.set("page", String(query.page));
  if (query.open) search.set("open", query.open);
  const text = search.toString();
  return `/${locale}/desk/captures${text ? `?${text}` : ""}`;
}
