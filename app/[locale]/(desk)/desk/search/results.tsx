import { Notice } from "#components/ui/notice";
import { Pager } from "#components/ui/pager";
import type { ArchiveSearch } from "#lib/core/search/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchParams } from "#lib/schemas/search-query";
import { Facets } from "./facets";
import { FilterChips } from "./filter-chips";
import { NothingFound } from "./nothing-found";
import { ResultRow } from "./result-row";
import { activeFilters, searchHref } from "./search-href";

type Props = { locale: Locale; params: SearchParams; result: ArchiveSearch };

/** What was found, with what it is made of beside it. */
export function Results({ locale, params, result }: Props) {
  const { search } = messages(locale);
  const { hits, total, page, pageCount, isFuzzy } = result;
  const hrefOf = (to: number) => (to < 1 || to > pageCount ? null : searchHref(locale, { ...params, page: to }));
  const isFiltered = activeFilters(params).length > 0;
  const facets = <Facets locale={locale} params={params} facets={result.facets} />;
  const hasFacets = total > 0 || isFiltered;
  return (
    <div className={hasFacets ? "items-start gap-8 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]" : undefined}>
      {hasFacets && (
        <>
          <aside aria-label={search.filters} className="border-b border-hairline max-lg:hidden">
            {facets}
          </aside>
          <details className="mb-4 border-y border-hairline lg:hidden">
            <summary className="min-h-11 content-center px-2 font-semibold">
              {search.showFilters(activeFilters(params).length)}
            </summary>
            {facets}
          </details>
        </>
      )}
      <section aria-label={search.results} className="min-w-0">
        <FilterChips locale={locale} params={params} />
        <p role="status" className="pb-1.5 text-sm text-ink-faint">
          {params.q.trim() === "" ? (
            search.found(total)
          ) : (
            <>
              {search.foundFor(total)} <bdi className="font-semibold text-ink">{params.q}</bdi>
            </>
          )}
        </p>
        {isFuzzy && (
          <Notice tone="info" className="mb-3">
            {search.fuzzy}
          </Notice>
        )}
        {total === 0 ? (
          <NothingFound locale={locale} params={params} />
        ) : (
          <ol className="border-t border-ink">
            {hits.map((hit) => (
              <ResultRow key={hit.id} locale={locale} hit={hit} />
            ))}
          </ol>
        )}
        {pageCount > 1 && (
          <Pager
            label={search.pages}
            position={search.position(page, pageCount)}
            previous={{ label: search.previous, href: hrefOf(page - 1) }}
            next={{ label: search.next, href: hrefOf(page + 1) }}
          />
        )}
      </section>
    </div>
  );
}
