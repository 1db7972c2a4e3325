import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/ui/page-header";
import { requireUser } from "#lib/auth/session";
import { MAX_SEARCH_CHARS } from "#lib/core/search/limits";
import type { ArchiveSearch } from "#lib/core/search/views";
import { AppError } from "#lib/errors";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import {
  activeFilters,
  type SearchParams,
  searchParams as schema,
  searchText,
  toSearchQuery,
} from "#lib/schemas/search-query";
import { listSavedSearches } from "#lib/services/search/list-saved-searches";
import { searchArchive } from "#lib/services/search/search-archive";
import { DateChoices } from "./date-choices";
import { Facets } from "./facets";
import { Filters } from "./filters";
import { LagLine } from "./lag-line";
import { LinkNotice } from "./link-notice";
import { Results } from "./results";
import { SavedSearches } from "./saved-searches";
import { SearchDown } from "./search-down";
import { SearchForm } from "./search-form";
import { searchHref } from "./search-href";
import { SearchKeys } from "./search-keys";
import { SearchOptions } from "./search-options";
import { SearchTips } from "./search-tips";
import { Selection } from "./selection";
import { SelectionBar } from "./selection-bar";
import { TooLong } from "./too-long";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

const PAGE_SIZE = 20;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { q } = schema.parse(await searchParams);
  const { title } = messages(locale).search;
  return { title: q ? `${q.slice(0, 80).toWellFormed()} · ${title}` : title };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { search } = messages(locale);
  const asked = schema.parse(await searchParams);
  const isTooLong = asked.q.length > MAX_SEARCH_CHARS;
  const [saved, result] = await Promise.all([listSavedSearches(user), isTooLong ? null : findResults(user, asked)]);
  return (
    <Selection>
      <PageHeader title={search.title} />
      <SearchForm locale={locale} params={asked} />
      <SearchTips locale={locale} />
      <div className="items-start gap-8 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <aside aria-label={search.filters}>
          <Filters
            label={search.showFilters(activeFilters(asked).length)}
            doneLabel={result?.isTotalExact ? search.showFound(result.total) : search.showResults}
          >
            <SearchOptions locale={locale} params={asked} />
            <SavedSearches locale={locale} saved={saved} current={searchText({ ...asked, page: 1 })} />
            <DateChoices locale={locale} params={asked} />
            {result && <Facets locale={locale} params={asked} result={result} />}
          </Filters>
        </aside>
        <section aria-label={search.results} className="min-w-0">
          {isTooLong && <TooLong locale={locale} text={asked.q} />}
          {!isTooLong && !result && <SearchDown locale={locale} retryHref={searchHref(locale, asked)} />}
          {result && (
            <Results
              locale={locale}
              params={asked}
              result={result}
              saved={saved}
              notices={
                <>
                  <LinkNotice locale={locale} user={user} q={asked.q} />
                  <LagLine locale={locale} />
                </>
              }
            />
          )}
          <SelectionBar locale={locale} />
        </section>
      </div>
      <SearchKeys />
    </Selection>
  );
}

/** Null when search does not answer: the page then says so, and everything else on it works. */
async function findResults(user: Actor, asked: SearchParams): Promise<ArchiveSearch | null> {
  try {
    return await searchArchive(user, toSearchQuery(asked, PAGE_SIZE));
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "search_down") return null;
    throw thrown;
  }
}
