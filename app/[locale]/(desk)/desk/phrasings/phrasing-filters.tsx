import { Button } from "#components/ui/button";
import { controlClass } from "#components/ui/control-class";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { PhrasingListQuery } from "#lib/schemas/phrasing-query";

/** A plain form; the address says what is shown. */
export function PhrasingFilters({ locale, query }: { locale: Locale; query: PhrasingListQuery }) {
  const { filters } = messages(locale).phrasings;
  return (
    <search className="mb-4 block">
      <form action={`/${locale}/desk/phrasings`} aria-label={filters.label} className="flex flex-wrap items-end gap-2">
        <Field label={filters.words} className="min-w-48 grow basis-64">
          <Input type="search" name="q" defaultValue={query.q} dir="auto" maxLength={500} />
        </Field>
        <Field label={filters.posts} className="w-36">
          <Input type="number" name="posts" min={1} defaultValue={String(query.posts)} inputMode="numeric" />
        </Field>
        <Field label={filters.accounts} className="w-36">
          <Input type="number" name="accounts" min={1} defaultValue={String(query.accounts)} inputMode="numeric" />
        </Field>
        <DateField name="from" label={filters.from} hint={filters.dates} value={query.from} />
        <DateField name="to" label={filters.to} hint={filters.dates} value={query.to} />
        <Field label={filters.sort} className="w-52">
          <NativeSelect name="sort" defaultValue={query.sort}>
            {(["copies", "newest"] as const).map((sort) => (
              <option key={sort} value={sort}>
                {filters.sorts[sort]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Button type="submit">{filters.apply}</Button>
      </form>
    </search>
  );
}

function DateField({ name, label, hint, value }: { name: string; label: string; hint: string; value?: string }) {
  return (
    <label className="flex w-40 flex-col gap-1.5 text-sm font-semibold" title={hint}>
      {label}
      <input type="date" name={name} defaultValue={value} className={`${controlClass} font-normal`} />
    </label>
  );
}
