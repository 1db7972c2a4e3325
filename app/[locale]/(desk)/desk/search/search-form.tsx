import { Button } from "#components/ui/button";
import { controlClass } from "#components/ui/control-class";
import { cx } from "#components/ui/cx";
import { FACET_FIELDS } from "#lib/core/search/search-index";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type SearchParams, searchText } from "#lib/schemas/search-query";
import { FORM_ID } from "./form-address";
import { SearchLive } from "./search-live";

/** Before scripts are there: what still fits into an address in any alphabet. They take the limit away and say more. */
const MAX_PLAIN_CHARS = 2_000;

/**
 * The search as a plain form: it works without scripts, and its address says everything. Options, dates and order stand
 * elsewhere on the page and belong to it by its id.
 */
export function SearchForm({ locale, params }: { locale: Locale; params: SearchParams }) {
  const { search } = messages(locale);
  const kept = FACET_FIELDS.flatMap((name) => params[name].map((value) => ({ name, value })));
  return (
    <search>
      <form id={FORM_ID} action={`/${locale}/desk/search`} className="flex items-start gap-2">
        {kept.map(({ name, value }) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="relative min-w-0 grow">
          <input
            id="search-box"
            type="search"
            name="q"
            dir="auto"
            defaultValue={params.q}
            maxLength={MAX_PLAIN_CHARS}
            aria-label={search.box}
            placeholder={search.box}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            className={cx(controlClass, "min-h-12 font-serif text-lg")}
          />
          <SearchLive locale={locale} address={searchText({ ...params, page: 1 })} />
        </div>
        <Button type="submit" variant="primary" icon="search" className="min-h-12">
          <span className="max-sm:sr-only">{search.submit}</span>
        </Button>
      </form>
    </search>
  );
}
