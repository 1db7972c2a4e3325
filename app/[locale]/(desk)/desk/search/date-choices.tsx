import Link from "next/link";
import { controlClass } from "#components/ui/control-class";
import { cx } from "#components/ui/cx";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchParams } from "#lib/schemas/search-query";
import { FORM_ID } from "./form-address";
import { searchHref } from "./search-href";

const DAY_MS = 86_400_000;

/** Usual ranges of time, one press each; the address holds the dates themselves, so that it means the same tomorrow. */
export function DateChoices({ locale, params }: { locale: Locale; params: SearchParams }) {
  const { search } = messages(locale);
  const now = Date.now();
  const daysAgo = (days: number) => new Date(now - days * DAY_MS).toISOString().slice(0, 10);
  const choices = [
    { label: search.quick.any, from: undefined },
    { label: search.quick.today, from: daysAgo(0) },
    { label: search.quick.week, from: daysAgo(6) },
    { label: search.quick.month, from: daysAgo(29) },
    { label: search.quick.year, from: `${new Date(now).getUTCFullYear()}-01-01` },
  ];
  return (
    <section aria-labelledby="facet-dates" className="border-t border-hairline py-3">
      <h2 id="facet-dates" className="kicker mb-1 px-2 text-ink-faint">
        {search.dates}
      </h2>
      <ul className="flex flex-wrap gap-x-1">
        {choices.map(({ label, from }) => {
          const isOn = params.from === from && params.to === undefined;
          return (
            <li key={label}>
              <Link
                href={searchHref(locale, { ...params, from, to: undefined, page: 1 })}
                scroll={false}
                prefetch={false}
                aria-current={isOn ? "true" : undefined}
                className={cx(
                  "inline-flex min-h-8 items-center px-2 hover:bg-wash",
                  isOn ? "bg-wash font-semibold" : "text-ink-soft",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
      <div className="grid grid-cols-2 gap-2 px-2 pt-1.5 lg:grid-cols-1">
        <DateField name="from" label={search.from} value={params.from} />
        <DateField name="to" label={search.to} value={params.to} />
      </div>
    </section>
  );
}

function DateField({ name, label, value }: { name: string; label: string; value?: string }) {
  return (
    <label className="flex min-w-0 flex-col gap-0.5 text-sm text-ink-soft lg:grid lg:grid-cols-[3rem_minmax(0,1fr)] lg:items-center">
      {label}
      <input
        type="date"
        form={FORM_ID}
        name={name}
        defaultValue={value}
        className={cx(controlClass, "px-1.5! text-sm")}
      />
    </label>
  );
}
