import Link from "next/link";
import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchParams } from "#lib/schemas/search-query";
import { filterWord } from "./filter-words";
import { activeFilters, searchHref, without, withoutFilters } from "./search-href";

/** The filters that are set, each with the way to take it off. */
export function FilterChips({ locale, params }: { locale: Locale; params: SearchParams }) {
  const { search } = messages(locale);
  const filters = activeFilters(params);
  if (filters.length === 0) return null;
  return (
    <ul aria-label={search.filters} className="flex flex-wrap items-center gap-2 pb-3 text-sm">
      {filters.map((filter) => {
        const word = filterWord(locale, filter);
        return (
          <li key={`${filter.field}=${filter.value}`}>
            <Link
              href={searchHref(locale, without(params, filter))}
              scroll={false}
              aria-label={search.remove(word)}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-sm border border-edge bg-sheet px-2 hover:bg-wash"
            >
              <bdi className="max-w-60 truncate">{word}</bdi>
              <Icon name="close" className="size-3.5" />
            </Link>
          </li>
        );
      })}
      <li>
        <Link href={searchHref(locale, withoutFilters(params))} scroll={false} className="prose-link text-ink-soft">
          {search.clear}
        </Link>
      </li>
    </ul>
  );
}
