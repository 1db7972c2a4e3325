import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import { SUPPLIED_FORMATS } from "#lib/core/supplied/formats";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SuppliedQuery } from "#lib/schemas/supplied";

/** A plain form; the address says what is shown. */
export function SuppliedFilters({ locale, query }: { locale: Locale; query: SuppliedQuery }) {
  const { filter, format } = messages(locale).supplied;
  return (
    <form action={`/${locale}/desk/supplied`} aria-label={filter.label} className="mb-3 flex flex-wrap items-end gap-2">
      <Field label={filter.search} hideLabel className="min-w-48 grow basis-64">
        <Input type="search" name="q" defaultValue={query.q} dir="auto" placeholder={filter.search} />
      </Field>
      <Field label={filter.format} hideLabel className="w-44">
        <NativeSelect name="format" defaultValue={query.format}>
          <option value="">
            {filter.format}: {filter.any}
          </option>
          {SUPPLIED_FORMATS.map((id) => (
            <option key={id} value={id}>
              {format[id]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Button type="submit">{filter.apply}</Button>
    </form>
  );
}
