import { cx } from "#components/ui/cx";
import { labelTicks, timeTicks } from "#lib/core/charts/time-ticks";
import type { TimeBins } from "#lib/core/spread/time-bins";
import { formatTick } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";

/** From which width of the drawing on (in px, of Tailwind's containers; the first is a small phone's) how many marks. */
const SIZES = [
  { widthPx: 240, most: 3, className: "@2xs:hidden" },
  { widthPx: 288, most: 3, className: "@max-2xs:hidden @sm:hidden" },
  { widthPx: 384, most: 4, className: "@max-sm:hidden @2xl:hidden" },
  { widthPx: 672, most: 6, className: "@max-2xl:hidden" },
];

/** Round times under a drawing, running in the reading direction: few where it is narrow, more where there is room. */
export function TimeAxis({ locale, bins }: { locale: Locale; bins: TimeBins }) {
  return (
    <div aria-hidden="true" className="@container relative mt-1 h-5 text-xs text-ink-faint">
      {SIZES.map((size) => (
        <Ticks key={size.widthPx} locale={locale} bins={bins} {...size} />
      ))}
    </div>
  );
}

type TicksProps = { locale: Locale; bins: TimeBins } & (typeof SIZES)[number];

function Ticks({ locale, bins, widthPx, most, className }: TicksProps) {
  const say = (atMs: number, stepMs: number, isFirst: boolean) => formatTick(locale, atMs, stepMs, isFirst);
  return labelTicks(timeTicks(bins, most), widthPx, say).map(({ atMs, place, label, side }) => (
    <span
      key={atMs}
      className={cx(
        "absolute top-0 h-4.5 border-edge whitespace-nowrap",
        side === "after" ? "border-s ps-1" : "-translate-x-full border-e pe-1 rtl:translate-x-full",
        className,
      )}
      style={{ insetInlineStart: `${place * 100}%` }}
    >
      {label && <bdi>{label}</bdi>}
    </span>
  ));
}
