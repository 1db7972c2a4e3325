import Link from "next/link";
import { Icon } from "#components/ui/icon";
import type { SearchNames } from "#lib/core/search/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { activeFilters, type SearchParams } from "#lib/schemas/search-query";
import { filterWord } from "./filter-words";
import { searchHref, without, withoutFilters } from "./search-href";

type Props = { locale: Locale; params: SearchParams; names: SearchNames };

/** The filters that are set, each with the way to take it off. */
export function FilterChips({ locale, params, names }: Props) {
  const { search } = messages(locale);
  const filters = activeFilters(params);
  if (filters.length === 0) return null;
  return (
    <ul aria-label={search.filters} className="flex flex-wrap items-center gap-2 pb-3 text-sm">
      {filters.map((filter) => {
        const word = filterWord(locale, filter, names);
        return (
          <li key={`${filter.field}=${filter.value}`} className="max-w-full">
            <Link
              href={searchHref(locale, without(params, filter))}
              scroll={false}
              prefetch={false}
              aria-label={search.remove(word)}
              className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-sm border border-edge bg-sheet px-2 hover:bg-wash"
            >
              <bdi className="max-w-60 truncate">{word}</bdi>
              <Icon name="close" className="size-3.5" />
            </Link>
          </li>
        );
      })}
      <li>
        <Link
          href={searchHref(locale, withoutFilters(params))}
          scroll={false}
          prefetch={false}
          className="prose-link text-ink-soft"
        >
          {search.clear}
        </Link>
      </li>
    </ul>
  );
}
