import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { activeFilters, type SearchParams } from "#lib/schemas/search-query";
import { searchHref, withoutFilters } from "./search-href";

const QUOTES = /["“”«»„‟]/gu;

type Props = {
  locale: Locale;
  params: SearchParams;
  /** Everything was looked at. */
  isSure: boolean;
};

/** No result: what may be in the way, each as a link that takes it away. */
export function NothingFound({ locale, params, isSure }: Props) {
  const { search } = messages(locale);
  const filters = activeFilters(params);
  if (params.q.trim() === "" && filters.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={search.empty}
        action={
          <LinkButton href={`/${locale}/desk/submit`} variant="primary" icon="submit">
            {search.emptyAction}
          </LinkButton>
        }
      />
    );
  }
  const words = params.q.replaceAll(QUOTES, " ").replaceAll(/\s+/gu, " ").trim();
  const hints = [
    filters.length > 0 && { label: search.hintFilters, href: searchHref(locale, withoutFilters(params)) },
    params.exact && { label: search.hintExact, href: searchHref(locale, { ...params, exact: false, page: 1 }) },
    params.q.match(QUOTES) &&
      words !== "" && { label: search.hintQuotes, href: searchHref(locale, { ...params, q: words, page: 1 }) },
  ].filter((hint) => typeof hint === "object" && hint !== null);
  return (
    <EmptyState icon="search" title={isSure ? search.none : search.noneSoFar}>
      {hints.length > 0 && (
        <>
          <p>{search.noneHints}</p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {hints.map(({ label, href }) => (
              <li key={href}>
                <LinkButton href={href} size="sm" prefetch={false}>
                  {label}
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-2 text-ink-faint">{search.hintFewer}</p>
    </EmptyState>
  );
}
