import type { Locale } from "#lib/i18n/locales";
import type { CopiesInput } from "#lib/schemas/copies-query";

/** Longer addresses are refused by servers and proxies on the way. */
const MAX_HREF_LENGTH = 6_000;

/** The address of the copies of something. */
export function copiesHref(locale: Locale, of: CopiesInput): string {
  const query = new URLSearchParams();
  if ("text" in of) query.set("text", of.text);
  if ("postId" in of) query.set("post", of.postId);
  if ("wordingId" in of) query.set("wording", of.wordingId);
  if ("exhibitId" in of) query.set("exhibit", of.exhibitId);
  return `/${locale}/desk/copies?${query}`;
}

/** Whether a pasted text can stand in an address. */
export function fitsAddress(locale: Locale, text: string): boolean {
  return text.length <= MAX_HREF_LENGTH && copiesHref(locale, { text }).length <= MAX_HREF_LENGTH;
}
