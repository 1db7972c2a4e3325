import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import { CO_POSTING_WINDOW_NAMES } from "#lib/core/spread/co-posting";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { TieQuery } from "#lib/schemas/spread-query";

/** Which two accounts, and how close together their posts must be: a form of the address. */
export function TieForm({ locale, query }: { locale: Locale; query: TieQuery }) {
  const { tie, ties } = messages(locale).spread;
  const { hashtag, from, to, phrasing } = query;
  // What the tie is narrowed to stays until it is taken away; the page says it.
  const hidden = Object.entries({ hashtag, from, to, phrasing }).filter(([, value]) => value);
  return (
    <form
      action={`/${locale}/desk/ties`}
      aria-label={tie.title}
      className="mb-8 grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_12rem_auto]"
    >
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field label={tie.first}>
        <Input name="a" defaultValue={query.a} dir="ltr" autoComplete="off" spellCheck={false} placeholder="@handle" />
      </Field>
      <Field label={tie.second}>
        <Input name="b" defaultValue={query.b} dir="ltr" autoComplete="off" spellCheck={false} placeholder="@handle" />
      </Field>
      <Field label={ties.window}>
        <NativeSelect name="window" defaultValue={query.window}>
          {CO_POSTING_WINDOW_NAMES.map((window) => (
            <option key={window} value={window}>
              {ties.windows[window]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Button type="submit" variant="primary">
        {tie.compare}
      </Button>
    </form>
  );
}
