import type { CoPostingWindow } from "#lib/core/spread/co-posting";
import type { AccountName } from "#lib/core/spread/views";
import type { Locale } from "#lib/i18n/locales";
import type { SpreadQuery, TieScope } from "#lib/schemas/spread-query";

const DEFAULT_WINDOW: CoPostingWindow = "ten_minutes";

/** Whose page: its place without the language, and without the question. */
export type SpreadPlace =
  | { kind: "hashtag"; folded: string }
  | { kind: "account"; platform: string; handle: string }
  | { kind: "phrasing"; id: string };

function pathOf(place: SpreadPlace): string {
  if (place.kind === "phrasing") return `phrasings/${place.id}`;
  return place.kind === "hashtag"
    ? `hashtags/${encodeURIComponent(place.folded)}`
    : `accounts/${encodeURIComponent(place.platform)}/${encodeURIComponent(place.handle)}`;
}

function question(query: Partial<SpreadQuery> & { format?: string }): string {
  const params = new URLSearchParams();
  if (query.from) params.set("from", query.from);
  if (query.to) params.set("to", query.to);
  if (query.whole) params.set("whole", "1");
  if (query.window && query.window !== DEFAULT_WINDOW) params.set("window", query.window);
  if (query.format) params.set("format", query.format);
  return params.size > 0 ? `?${params}` : "";
}

/** The page of a hashtag, account or phrasing with its question. */
export function spreadHref(locale: Locale, place: SpreadPlace, query: Partial<SpreadQuery> = {}): string {
  return `/${locale}/desk/${pathOf(place)}${question(query)}`;
}

/** The same as a file. */
export function exportHref(
  place: SpreadPlace,
  what: "posts" | "ties",
  query: Partial<SpreadQuery> & { format?: "graphml" },
): string {
  return `/api/${pathOf(place)}/${what}${question({ ...query, whole: false })}`;
}

/** The page of a hashtag in its folded form. */
export function hashtagHref(locale: Locale, folded: string): string {
  return spreadHref(locale, { kind: "hashtag", folded });
}

/** The page of an account. */
export function accountHref(locale: Locale, { platform, handle }: Pick<AccountName, "platform" | "handle">): string {
  return spreadHref(locale, { kind: "account", platform, handle: handle.toLowerCase() });
}

/** What of a page's question narrows a tie of two accounts down to the posts that the page counts. */
export function tieScope(place: SpreadPlace, { from, to }: Pick<SpreadQuery, "from" | "to">): TieScope {
  if (place.kind === "hashtag") return { hashtag: place.folded, from, to };
  return place.kind === "phrasing" ? { phrasing: place.id, from, to } : { from, to };
}

/** The page of the posts that tie two accounts. */
export function tieHref(
  locale: Locale,
  a: Pick<AccountName, "platform" | "handle"> | null,
  b: Pick<AccountName, "platform" | "handle"> | null,
  { window, page, ...scope }: { window?: CoPostingWindow; page?: number } & TieScope = {},
): string {
  const params = new URLSearchParams();
  if (a) params.set("a", `${a.platform}/${a.handle}`);
  if (b) params.set("b", `${b.platform}/${b.handle}`);
  if (window && window !== DEFAULT_WINDOW) params.set("window", window);
  for (const name of ["hashtag", "from", "to", "phrasing"] as const) if (scope[name]) params.set(name, scope[name]);
  if (page && page > 1) params.set("page", String(page));
  return `/${locale}/desk/ties${params.size > 0 ? `?${params}` : ""}`;
}
