import { cx } from "#components/ui/cx";
import { timeTicks } from "#lib/core/charts/time-ticks";
import type { TimeBins } from "#lib/core/spread/time-bins";
import { formatTick } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";

/** Round times under a drawing, running in the reading direction: few on a phone, more where there is room. */
export function TimeAxis({ locale, bins }: { locale: Locale; bins: TimeBins }) {
  return (
    <div aria-hidden="true" className="relative mt-1 h-5 text-xs text-ink-faint">
      <Ticks locale={locale} bins={bins} most={3} className="sm:hidden" />
      <Ticks locale={locale} bins={bins} most={6} className="max-sm:hidden" />
    </div>
  );
}

function Ticks({ locale, bins, most, className }: { locale: Locale; bins: TimeBins; most: number; className: string }) {
  const { stepMs, ticks } = timeTicks(bins, most);
  return ticks.map(({ atMs, place }, i) => (
    <span
      key={atMs}
      className={cx(
        "absolute top-0 border-s border-edge ps-1 whitespace-nowrap",
        // The last ones would leave the page: they stand before their mark.
        place > 0.8 && "-translate-x-full border-s-0 border-e ps-0 pe-1 rtl:translate-x-full",
        className,
      )}
      style={{ insetInlineStart: `${place * 100}%` }}
    >
      <bdi>{formatTick(locale, atMs, stepMs, i === 0)}</bdi>
    </span>
  ));
}
