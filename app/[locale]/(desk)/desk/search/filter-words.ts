import type { Outcome, PlatformId } from "#lib/core/captures/types";
import type { SearchNames } from "#lib/core/search/views";
import { formatDay } from "#lib/i18n/format";
import { LOCALES, type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ActiveFilter } from "#lib/schemas/search-query";

/** What people call the value of a filter. Values of old addresses that have no word stand as they are. */
export function filterWord(locale: Locale, { field, value }: ActiveFilter, names: SearchNames): string {
  const { common, search } = messages(locale);
  switch (field) {
    case "kind":
      return search.kind[value as keyof typeof search.kind] ?? value;
    case "platform":
      return platformWord(locale, value);
    case "outcome":
      return common.outcome[value as Outcome] ?? value;
    case "account":
      return `@${value}`;
    case "hashtag":
      return `#${names.hashtags[value] ?? value}`;
    case "language":
      return languageName(locale, value);
    case "caseId":
      return caseName(locale, names.cases[value]);
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

/** Where something was; supplied files were nowhere that anybody here has looked. */
export function platformWord(locale: Locale, platform: string): string {
  const { evidence, search } = messages(locale);
  return platform === "supplied" ? search.kind.supplied : (evidence.platform[platform as PlatformId] ?? platform);
}

/** A case file by its title, in the page's language if it has one. */
export function caseName(locale: Locale, title: { en?: string; ar?: string } | undefined): string {
  return title?.[locale] || title?.[otherLocale(locale)] || messages(locale).search.unnamedCase;
}

/** A language by its name in the page's language; codes that nobody knows stay codes. */
function languageName(locale: Locale, code: string): string {
  try {
    return new Intl.DisplayNames(LOCALES[locale].intl, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
