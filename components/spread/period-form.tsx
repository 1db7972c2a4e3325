import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { LinkButton } from "#components/ui/link-button";
import { formatDay } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { type SpreadPlace, spreadHref } from "./spread-href";

type Props = { locale: Locale; place: SpreadPlace; query: SpreadQuery };

/** Which days are counted: a form of the address, so that the page can be sent to somebody as it stands. */
export function PeriodForm({ locale, place, query }: Props) {
  const { period } = messages(locale).spread;
  const { from, to, window } = query;
  const isLimited = Boolean(from ?? to);
  return (
    <div className="mb-8">
      <form action={spreadHref(locale, place)} aria-label={period.label} className="flex flex-wrap items-end gap-3">
        {window !== "ten_minutes" && <input type="hidden" name="window" value={window} />}
        <Field label={period.from}>
          <Input type="date" name="from" defaultValue={from} />
        </Field>
        <Field label={period.to}>
          <Input type="date" name="to" defaultValue={to} />
        </Field>
        <Button type="submit">{period.apply}</Button>
        {isLimited && (
          <LinkButton href={spreadHref(locale, place, { window })} prefetch={false} variant="quiet">
            {period.all}
          </LinkButton>
        )}
      </form>
      <p className="mt-1.5 text-sm text-ink-faint">
        {from && to
          ? period.only(formatDay(locale, from), formatDay(locale, to))
          : from
            ? period.onlyFrom(formatDay(locale, from))
            : to
              ? period.onlyTo(formatDay(locale, to))
              : period.hint}
      </p>
    </div>
  );
}
