import type { Outcome, PlatformId } from "#lib/core/captures/types";
import { formatDay } from "#lib/i18n/format";
import { LOCALES, type Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ActiveFilter } from "./search-href";

/** What people call the value of a filter. Values of old addresses that have no word stand as they are. */
export function filterWord(locale: Locale, { field, value }: ActiveFilter): string {
  const { common, evidence, search } = messages(locale);
  switch (field) {
    case "kind":
      return search.kind[value as keyof typeof search.kind] ?? value;
    case "platform":
      return value === "supplied" ? search.kind.supplied : (evidence.platform[value as PlatformId] ?? value);
    case "outcome":
      return common.outcome[value as Outcome] ?? value;
    case "account":
      return `@${value}`;
    case "hashtag":
      return `#${value}`;
    case "language":
      return languageName(locale, value);
    case "caseId":
      return search.inCase;
    case "suppliedBy":
      return value;
    case "copies":
      return search.onlyCopies;
    case "from":
      return `${search.from} ${formatDay(locale, value)}`;
    case "to":
      return `${search.to} ${formatDay(locale, value)}`;
  }
}

/** A language by its name in the page's language; codes that nobody knows stay codes. */
function languageName(locale: Locale, code: string): string {
  try {
    return new Intl.DisplayNames(LOCALES[locale].intl, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
