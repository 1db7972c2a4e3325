import type { ReactNode } from "react";
import { Time } from "#components/ui/time";
import type { SameWording } from "#lib/core/search/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** When a wording was first seen, and how close together its posts are: counts, no judgement. */
export function WordingFacts({ locale, same }: { locale: Locale; same: SameWording }) {
  const { wording } = messages(locale).search;
  const { withinOneMinute, withinOneHour, withinOneDay } = same.spread;
  return (
    <dl className="grid gap-x-8 gap-y-3 border-y border-hairline py-3 sm:grid-cols-2 lg:grid-cols-4">
      <Fact label={wording.firstSeen}>{same.firstSeenAt && <Time locale={locale} at={same.firstSeenAt} />}</Fact>
      {(
        [
          [wording.minute, withinOneMinute],
          [wording.hour, withinOneHour],
          [wording.day, withinOneDay],
        ] as const
      ).map(([label, count]) => (
        <Fact key={label} label={label}>
          <span className="text-xl tabular-nums">{formatNumber(locale, count)}</span>
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-sm text-ink-faint">{label}</dt>
      <dd className="text-base">{children}</dd>
    </div>
  );
}
