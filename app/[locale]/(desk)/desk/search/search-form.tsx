import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { controlClass } from "#components/ui/control-class";
import { cx } from "#components/ui/cx";
import { FACET_FIELDS } from "#lib/core/search/search-index";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { SEARCH_SORTS, type SearchParams, searchText } from "#lib/schemas/search-query";
import { SearchLive } from "./search-live";

/** Before scripts are there: what still fits into an address in any alphabet. They take the limit away and say more. */
const MAX_PLAIN_CHARS = 2_000;

/** The search as a plain form: it works without scripts, and its address says everything. */
export function SearchForm({ locale, params }: { locale: Locale; params: SearchParams }) {
  const { search } = messages(locale);
  const kept = FACET_FIELDS.flatMap((name) => params[name].map((value) => ({ name, value })));
  return (
    <search>
      <form id="search-form" action={`/${locale}/desk/search`} className="mb-3 flex flex-col gap-2.5">
        {kept.map(({ name, value }) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="flex items-start gap-2">
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
        </div>
        <fieldset className="flex flex-wrap items-end gap-x-5 gap-y-2 text-sm">
          <legend className="sr-only">{search.options}</legend>
          <Flag name="exact" isOn={params.exact} label={search.exact} hint={search.exactHint} />
          <Flag name="collapse" isOn={params.collapse} label={search.collapse} hint={search.collapseHint} />
          <Flag name="copies" isOn={params.copies} label={search.onlyCopies} hint={search.onlyCopiesHint} />
          <div className="grid grow grid-cols-2 items-end gap-2 sm:ms-auto sm:grow-0 sm:grid-cols-[10rem_10rem_13rem]">
            <DateField name="from" label={search.from} hint={search.dates} value={params.from} />
            <DateField name="to" label={search.to} hint={search.dates} value={params.to} />
            <label className="flex flex-col gap-0.5 text-ink-soft max-sm:col-span-2">
              {search.sort.label}
              <select name="sort" defaultValue={params.sort} className={controlClass}>
                {SEARCH_SORTS.map((sort) => (
                  <option key={sort} value={sort}>
                    {search.sort[sort]}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </fieldset>
      </form>
    </search>
  );
}

type FlagProps = { name: string; isOn: boolean; label: string; hint: string };

function Flag({ name, isOn, label, hint }: FlagProps) {
  const id = `${name}-hint`;
  return (
    <span title={hint}>
      <Checkbox name={name} value="1" defaultChecked={isOn} label={label} aria-describedby={id} />
      <span id={id} className="sr-only">
        {hint}
      </span>
    </span>
  );
}

function DateField({ name, label, hint, value }: { name: string; label: string; hint: string; value?: string }) {
  return (
    <label className="flex min-w-0 flex-col gap-0.5 text-ink-soft" title={hint}>
      {label}
      <input type="date" name={name} defaultValue={value} className={controlClass} />
    </label>
  );
}
