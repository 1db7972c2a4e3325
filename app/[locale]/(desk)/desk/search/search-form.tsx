import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { controlClass } from "#components/ui/control-class";
import { cx } from "#components/ui/cx";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchParams } from "#lib/schemas/search-query";
import { SearchLive } from "./search-live";

const SORTS = ["relevance", "newest", "oldest", "copies"] as const;

/** The search as a plain form: it works without scripts, and its address says everything. */
export function SearchForm({ locale, params }: { locale: Locale; params: SearchParams }) {
  const { search } = messages(locale);
  const kept = (
    ["kind", "platform", "account", "hashtag", "language", "outcome", "caseId", "suppliedBy"] as const
  ).flatMap((name) => params[name].map((value) => ({ name, value })));
  return (
    <search>
      <form id="search-form" action={`/${locale}/desk/search`} className="mb-5 flex flex-col gap-3">
        {kept.map(({ name, value }) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="flex gap-2">
          <input
            id="search-box"
            type="search"
            name="q"
            dir="auto"
            defaultValue={params.q}
            maxLength={2_000}
            aria-label={search.box}
            placeholder={search.box}
            autoComplete="off"
            enterKeyHint="search"
            className={cx(controlClass, "min-h-12 min-w-0 grow font-serif text-lg")}
          />
          <Button type="submit" variant="primary" icon="search" className="min-h-12">
            <span className="max-sm:sr-only">{search.submit}</span>
          </Button>
        </div>
        <fieldset className="flex flex-wrap items-end gap-x-5 gap-y-2 text-sm">
          <legend className="sr-only">{search.options}</legend>
          <Checkbox
            name="exact"
            value="1"
            defaultChecked={params.exact}
            label={search.exact}
            title={search.exactHint}
          />
          <Checkbox name="collapse" value="1" defaultChecked={params.collapse} label={search.collapse} />
          <Checkbox name="copies" value="1" defaultChecked={params.copies} label={search.onlyCopies} />
          <div className="grid grow grid-cols-2 items-end gap-2 sm:ms-auto sm:grow-0 sm:grid-cols-[10rem_10rem_13rem]">
            <DateField name="from" label={search.from} hint={search.dates} value={params.from} />
            <DateField name="to" label={search.to} hint={search.dates} value={params.to} />
            <label className="flex flex-col gap-0.5 text-ink-soft max-sm:col-span-2">
              {search.sort.label}
              <select name="sort" defaultValue={params.sort} className={controlClass}>
                {SORTS.map((sort) => (
                  <option key={sort} value={sort}>
                    {search.sort[sort]}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </fieldset>
      </form>
      <SearchLive />
    </search>
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
