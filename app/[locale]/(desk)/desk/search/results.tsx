import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import type { ArchiveSearch } from "#lib/core/search/views";
import { fill } from "#lib/i18n/fill";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { activeFilters, type SearchParams, searchText } from "#lib/schemas/search-query";
import type { SavedSearch } from "#lib/services/search/list-saved-searches";
import { Announce } from "./announce";
import { FilterChips } from "./filter-chips";
import { filterWord } from "./filter-words";
import { NothingFound } from "./nothing-found";
import { ResultPages } from "./result-pages";
import { ResultRow } from "./result-row";
import { ResultTools } from "./result-tools";
import { searchHref } from "./search-href";
import { SortChoice } from "./sort-choice";
import { WordsCut } from "./words-cut";

type Props = { locale: Locale; params: SearchParams; result: ArchiveSearch; saved: SavedSearch[]; notices: ReactNode };

const MAX_NAME_CHARS = 100;

/** What was found, with what it is made of beside it. */
export function Results({ locale, params, result, saved, notices }: Props) {
  const { search } = messages(locale);
  const { hits, total, isTotalExact, page, isFuzzy, names } = result;
  const filters = activeFilters(params);
  const query = searchText({ ...params, page: 1 });
  const isUnsure = total === 0 && !isTotalExact;
  const count = isUnsure ? search.noneSoFar : isTotalExact ? search.found(total) : search.foundMore(total);
  const words = [params.q.trim(), ...filters.map((filter) => filterWord(locale, filter, names))].filter(Boolean);
  return (
    <>
      <FilterChips locale={locale} params={params} names={names} />
      {notices}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pb-1.5">
        <p className="min-w-0 text-sm text-ink-faint">
          {params.q.trim() === "" || isUnsure ? (
            count
          ) : (
            <>
              {isTotalExact ? search.foundFor(total) : search.foundMoreFor(total)}{" "}
              <bdi className="font-semibold wrap-anywhere text-ink">{params.q}</bdi>
            </>
          )}
        </p>
        <div className="flex flex-wrap items-center gap-1">
          <SortChoice locale={locale} params={params} />
          <ResultTools
            locale={locale}
            params={params}
            total={total}
            suggestion={words.join(" · ").slice(0, MAX_NAME_CHARS).toWellFormed() || search.saved.everything}
            savedAs={saved.find((one) => one.query === query)?.name ?? null}
          />
        </div>
      </div>
      <Announce sentence={isFuzzy ? `${count}. ${fill(search.fuzzy, { words: params.q })}` : count} />
      {isFuzzy && (
        <Notice tone="info" className="mb-3">
          {fill(search.fuzzy, { words: params.q })}
        </Notice>
      )}
      <WordsCut locale={locale} q={params.q} />
      {total === 0 && <NothingFound locale={locale} params={params} isSure={!isUnsure} />}
      {total > 0 && hits.length === 0 && (
        <Notice tone="info">
          <p>{search.noPage(page)}</p>
          <LinkButton href={searchHref(locale, { ...params, page: 1 })} size="sm" className="mt-2" prefetch={false}>
            {search.firstPage}
          </LinkButton>
        </Notice>
      )}
      {hits.length > 0 && (
        <ol className="border-t border-ink">
          {hits.map((hit) => (
            <ResultRow key={hit.id} locale={locale} hit={hit} names={names} isCollapsed={params.collapse} />
          ))}
        </ol>
      )}
      {hits.length > 0 && <ResultPages locale={locale} params={params} result={result} />}
    </>
  );
}
