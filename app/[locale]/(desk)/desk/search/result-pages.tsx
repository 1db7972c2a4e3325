import { Pager } from "#components/ui/pager";
import type { ArchiveSearch } from "#lib/core/search/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchParams } from "#lib/schemas/search-query";
import { searchHref } from "./search-href";

type Props = { locale: Locale; params: SearchParams; result: ArchiveSearch };

/** To the other pages; where an engine's pages end before the results do, it says so. */
export function ResultPages({ locale, params, result }: Props) {
  const { search } = messages(locale);
  const { isTotalExact, page, pageCount } = result;
  const hrefOf = (to: number) => searchHref(locale, { ...params, page: to });
  return (
    <>
      {!isTotalExact && page >= pageCount && <p className="pt-4 text-sm text-ink-soft">{search.pagesEnd}</p>}
      {pageCount > 1 && (
        <Pager
          label={search.pages}
          position={isTotalExact ? search.position(page, pageCount) : search.positionOpen(page)}
          previous={{ label: search.previous, href: page > 1 ? hrefOf(page - 1) : null }}
          next={{ label: search.next, href: page < pageCount ? hrefOf(page + 1) : null }}
        />
      )}
    </>
  );
}
