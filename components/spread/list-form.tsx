import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = {
  locale: Locale;
  action: string;
  /** What the words are looked for in. */
  label: string;
  q: string;
  sort: string;
  sorts: [value: string, label: string][];
};

/** Words and an order for a list of hashtags or accounts: a plain form of the address. */
export function ListForm({ locale, action, label, q, sort, sorts }: Props) {
  const { spread } = messages(locale);
  return (
    <form action={action} aria-label={label} className="mb-4 flex flex-wrap items-end gap-2">
      <Field label={label} hideLabel className="min-w-48 grow basis-64">
        <Input type="search" name="q" defaultValue={q} dir="auto" placeholder={label} />
      </Field>
      <Field label={spread.order} hideLabel className="w-48">
        <NativeSelect name="sort" defaultValue={sort}>
          {sorts.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Button type="submit">{spread.find}</Button>
    </form>
  );
}
