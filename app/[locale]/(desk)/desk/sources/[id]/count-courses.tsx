import { Card } from "#components/ui/card";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import type { CountSeries } from "#lib/core/captures/timeline-views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const WIDTH = 96;
const HEIGHT = 24;

/** Counts from the first capture to the newest: numbers, and a thin line of each in the reading direction. */
export function CountCourses({ locale, counts }: { locale: Locale; counts: CountSeries[] }) {
  const { captures, time } = messages(locale);
  const shown = counts.filter(({ points }) => points.length > 1);
  if (shown.length === 0) return null;
  return (
    <Card title={time.counts}>
      <p className="mb-2 text-sm text-ink-soft">{time.countsLead}</p>
      <Table label={time.counts} className="text-sm">
        <TableHead>
          <HeaderCell>{time.countName}</HeaderCell>
          <HeaderCell>{time.countFirst}</HeaderCell>
          <HeaderCell>{time.countLast}</HeaderCell>
          <HeaderCell>{time.countChange}</HeaderCell>
          <HeaderCell>{time.countLine}</HeaderCell>
        </TableHead>
        <tbody>
          {shown.map(({ name, points }) => {
            const first = points[0]?.value ?? 0;
            const last = points.at(-1)?.value ?? 0;
            const difference = `${last > first ? "+" : last < first ? "−" : "±"}${formatNumber(locale, Math.abs(last - first))}`;
            return (
              <TableRow key={name}>
                <Cell>{captures.count[name] ?? name}</Cell>
                <Cell className="tabular-nums">
                  <bdi>{formatNumber(locale, first)}</bdi>
                </Cell>
                <Cell className="tabular-nums">
                  <bdi>{formatNumber(locale, last)}</bdi>
                </Cell>
                <Cell className="tabular-nums">
                  <bdi dir="ltr">{difference}</bdi>
                </Cell>
                <Cell>
                  <Course points={points} />
                </Cell>
              </TableRow>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}

/** A picture of the numbers beside it, so screen readers skip it. */
function Course({ points }: Pick<CountSeries, "points">) {
  const times = points.map(({ at }) => Date.parse(at));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const span = Math.max(1, last - first);
  const top = Math.max(1, ...points.map(({ value }) => value));
  const place = ({ value }: { value: number }, i: number) =>
    `${(2 + (((times[i] ?? first) - first) / span) * (WIDTH - 4)).toFixed(1)} ${(HEIGHT - 2 - (value / top) * (HEIGHT - 4)).toFixed(1)}`;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" className="block h-6 w-24 rtl:-scale-x-100">
      <path d={`M0 ${HEIGHT - 1}H${WIDTH}`} stroke="var(--hairline)" />
      <path
        d={`M${points.map(place).join("L")}`}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    </svg>
  );
}
