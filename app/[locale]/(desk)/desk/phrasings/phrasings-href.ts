import type { Locale } from "#lib/i18n/locales";
import type { PhrasingListQuery, PhrasingQuery } from "#lib/schemas/phrasing-query";

/** The address of the list of phrasings; what is as usual is left out. */
export function phrasingsHref(locale: Locale, query: Partial<PhrasingListQuery>): string {
  const search = new URLSearchParams();
  if (query.q) search.set("q", query.q);
  if (query.posts && query.posts !== 2) search.set("posts", String(query.posts));
  if (query.accounts && query.accounts > 1) search.set("accounts", String(query.accounts));
  if (query.from) search.set("from", query.from);
  if (query.to) search.set("to", query.to);
  if (query.sort === "newest") search.set("sort", query.sort);
  if (query.page && query.page > 1) search.set("page", String(query.page));
  return withQuery(`/${locale}/desk/phrasings`, search);
}

/** The address of one phrasing. @param wording the one that somebody comes from: it is shown first. */
export function phrasingHref(locale: Locale, id: string, query: Partial<PhrasingQuery> = {}): string {
  const search = new URLSearchParams();
  if (query.wording) search.set("wording", query.wording);
  if (query.whole) search.set("whole", "1");
  if (query.window && query.window !== "ten_minutes") search.set("window", query.window);
  for (const list of ["wordings", "accounts", "posts"] as const) {
    const page = query[list];
    if (page && page > 1) search.set(list, String(page));
  }
  return withQuery(`/${locale}/desk/phrasings/${id}`, search);
}

function withQuery(path: string, search: URLSearchParams): string {
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
