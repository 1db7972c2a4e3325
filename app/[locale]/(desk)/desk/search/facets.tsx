import Link from "next/link";
import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import { FACET_FIELDS, type FacetField, type SearchResult } from "#lib/core/search/search-index";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchParams } from "#lib/schemas/search-query";
import { filterWord } from "./filter-words";
import { searchHref, toggled } from "./search-href";

type Props = { locale: Locale; params: SearchParams; facets: SearchResult["facets"] };

/** Values shown at once; the others are one key away. */
const OPEN_VALUES = 6;

/** What the results are made of, as links that narrow the search down and widen it again. */
export function Facets({ locale, params, facets }: Props) {
  const shown = FACET_FIELDS.filter((field) => facets[field].length > (params[field].length > 0 ? 0 : 1));
  return shown.map((field) => <Facet key={field} locale={locale} params={params} field={field} facets={facets} />);
}

function Facet({ locale, params, facets, field }: Props & { field: FacetField }) {
  const { search } = messages(locale);
  const values = facets[field];
  const id = `facet-${field}`;
  const item = ({ value, count }: { value: string; count: number }) => {
    const isOn = (params[field] as string[]).includes(value);
    return (
      <li key={value}>
        <Link
          href={searchHref(locale, toggled(params, field, value))}
          scroll={false}
          aria-current={isOn ? "true" : undefined}
          className={cx(
            "flex min-h-8 items-center justify-between gap-3 px-2 text-base hover:bg-wash",
            isOn && "bg-wash font-semibold",
          )}
        >
          <span className="flex min-w-0 items-center gap-1.5">
            {isOn && <Icon name="check" className="size-4 text-stamp" />}
            <bdi className="truncate">{filterWord(locale, { field, value })}</bdi>
          </span>
          <span className="text-sm text-ink-faint tabular-nums">{formatNumber(locale, count)}</span>
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
          <summary className="px-2 py-1 text-sm text-ink-soft">+{formatNumber(locale, rest.length)}</summary>
          <ul>{rest.map(item)}</ul>
        </details>
      )}
    </section>
  );
}
