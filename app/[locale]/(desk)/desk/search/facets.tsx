import Link from "next/link";
import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import { FACET_FIELDS, type FacetField } from "#lib/core/search/search-index";
import type { ArchiveSearch } from "#lib/core/search/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type SearchParams, searchText } from "#lib/schemas/search-query";
import { FacetFinder } from "./facet-finder";
import { filterWord } from "./filter-words";
import { searchHref, toggled } from "./search-href";

type Props = { locale: Locale; params: SearchParams; result: ArchiveSearch };

/** Values shown at once; the others are one key away. */
const OPEN_VALUES = 6;

const isLong = (field: FacetField) => field === "account" || field === "hashtag" || field === "caseId";

/** What the results are made of, as links that narrow the search down and widen it again. */
export function Facets({ locale, params, result }: Props) {
  const { search } = messages(locale);
  const shown = FACET_FIELDS.filter((field) => params[field].length > 0 || result.facets[field].length > 1);
  return (
    <>
      {shown.map((field) => (
        <Facet key={field} locale={locale} params={params} result={result} field={field} />
      ))}
      {shown.length > 0 && (
        <p className="border-t border-hairline px-2 py-3 text-sm text-ink-faint">
          {result.facetSample !== null && `${search.facetSampled(result.facetSample)} `}
          {search.facetSample}
        </p>
      )}
    </>
  );
}

function Facet({ locale, params, result, field }: Props & { field: FacetField }) {
  const { search } = messages(locale);
  const chosen: string[] = params[field];
  const counted = result.facets[field];
  // What is chosen stays in sight, also when nothing of it is left or it is not among the largest.
  const missing = chosen.filter((value) => !counted.some((one) => one.value === value));
  const values = [...missing.map((value) => ({ value, count: null })), ...counted];
  const id = `facet-${field}`;
  const item = ({ value, count }: { value: string; count: number | null }) => {
    const isOn = chosen.includes(value);
    return (
      <li key={value}>
        <Link
          href={searchHref(locale, toggled(params, field, value))}
          scroll={false}
          prefetch={false}
          aria-current={isOn ? "true" : undefined}
          className={cx(
            "flex min-h-8 items-center justify-between gap-3 px-2 text-base hover:bg-wash",
            isOn && "bg-wash font-semibold",
          )}
        >
          <span className="flex min-w-0 items-center gap-1.5">
            {isOn && <Icon name="check" className="size-4 text-stamp" />}
            <bdi className="truncate">{filterWord(locale, { field, value }, result.names)}</bdi>
          </span>
          {count !== null && <span className="text-sm text-ink-faint tabular-nums">{formatNumber(locale, count)}</span>}
        </Link>
      </li>
    );
  };
  const rest = values.slice(OPEN_VALUES);
  return (
    <section aria-labelledby={id} className="border-t border-hairline py-3">
      <h2 id={id} className="kicker mb-1 px-2 text-ink-faint">
        {search.facet[field]}
      </h2>
      <ul>{values.slice(0, OPEN_VALUES).map(item)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="min-h-8 content-center px-2 text-sm text-ink-soft hover:underline">
            {search.facetRest(rest.length)}
          </summary>
          <ul>{rest.map(item)}</ul>
        </details>
      )}
      {rest.length > 0 && isLong(field) && (
        <FacetFinder locale={locale} field={field} address={searchText({ ...params, page: 1 })} />
      )}
    </section>
  );
}
