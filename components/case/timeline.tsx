import { Words } from "#components/case/words";
import { Day } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";

type TimelineProps = { entries: CaseSnapshot["timeline"]; locale: Locale; contentLocale: Locale };

/** What happened when, on one line that runs down the page. */
export function Timeline({ entries, locale, contentLocale }: TimelineProps) {
  return (
    <ol className="relative space-y-5 border-s border-edge ps-6">
      {entries.map((entry) => (
        <li key={entry.id} className="relative">
          <span
            aria-hidden="true"
            className="absolute -start-6 top-2 size-2.5 -translate-x-1/2 rounded-full border-2 border-ink bg-paper rtl:translate-x-1/2"
          />
          <p className="text-sm font-semibold text-ink-soft">
            <Day locale={locale} date={entry.date} />
          </p>
          <p className="font-serif text-reading">
            <Words text={entry.text} locale={contentLocale} />
          </p>
        </li>
      ))}
    </ol>
  );
}
