import { buttonClass } from "#components/ui/button-class";
import { Icon } from "#components/ui/icon";
import { MAX_EXPORTED } from "#lib/core/search/limits";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type SearchParams, searchPairs } from "#lib/schemas/search-query";
import { CopyLink } from "./copy-link";
import { SaveSearch } from "./save-search";

type Props = { locale: Locale; params: SearchParams; total: number; suggestion: string; savedAs: string | null };

/** What can be done with the search as a whole: keep it, hand it on, take its results along. */
export function ResultTools({ locale, params, total, suggestion, savedAs }: Props) {
  const { tools } = messages(locale).search;
  const query = new URLSearchParams(searchPairs({ ...params, page: 1 }));
  const file = new URLSearchParams([...query, ["locale", locale]]);
  return (
    <section aria-label={tools.label} className="flex flex-wrap items-center gap-1">
      <SaveSearch locale={locale} query={query.toString()} suggestion={suggestion} savedAs={savedAs} />
      <CopyLink label={tools.copyLink} copiedLabel={tools.linkCopied} />
      {total > 0 && (
        <a
          href={`/api/search.csv?${file}`}
          download
          title={tools.csvHint(formatNumber(locale, MAX_EXPORTED))}
          className={buttonClass("quiet", "sm")}
        >
          <Icon name="download" />
          {tools.csv}
          <span className="sr-only">{tools.csvHint(formatNumber(locale, MAX_EXPORTED))}</span>
        </a>
      )}
    </section>
  );
}
