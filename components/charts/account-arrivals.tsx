import { type ReactNode, useId } from "react";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { countScale } from "#lib/core/charts/scale";
import type { PostTimeline } from "#lib/core/spread/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { ChartFigure } from "./chart-figure";
import { Plot, PlotPath } from "./plot";
import { TimeAxis } from "./time-axis";

type Props = { locale: Locale; timeline: PostTimeline; collected?: ReactNode };

/** How many accounts had posted by each moment, each counted from its first post: a stair that only rises. */
export function AccountArrivalsChart({ locale, timeline: { bins, counts, accountsBefore }, collected }: Props) {
  const { charts } = messages(locale);
  const words = charts.arrivals;
  const id = useId();
  let total = accountsBefore;
  const soFar = counts.map((bin) => {
    total += bin.newAccounts;
    return total;
  });
  if (!bins || total === 0) return null;
  const scale = countScale(total);
  const say = (value: number) => formatNumber(locale, value);
  const height = (accounts: number) => 100 - (accounts / scale.top) * 100;
  const stair = soFar.flatMap((accounts, i) => {
    const [start, end] = [i, i + 1].map((at) => (at / bins.count) * 100);
    return [[start ?? 0, height(accounts)] as const, [end ?? 0, height(accounts)] as const];
  });
  return (
    <ChartFigure
      locale={locale}
      title={words.title}
      finding={words.desc(total)}
      collected={collected}
      table={
        <Table label={words.title} className="text-sm">
          <TableHead>
            <HeaderCell>{charts.from}</HeaderCell>
            <HeaderCell className="text-end">{words.fresh}</HeaderCell>
            <HeaderCell className="text-end">{words.total}</HeaderCell>
          </TableHead>
          <tbody className="tabular-nums">
            {counts.map((bin, i) => (
              <TableRow key={bin.startMs}>
                <Cell className="py-1!">
                  <Time locale={locale} at={new Date(bin.startMs)} />
                </Cell>
                <Cell className="py-1! text-end">
                  <bdi>{say(bin.newAccounts)}</bdi>
                </Cell>
                <Cell className="py-1! text-end">
                  <bdi>{say(soFar[i] ?? 0)}</bdi>
                </Cell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      }
    >
      <Plot
        id={id}
        title={words.title}
        desc={words.desc(total)}
        scale={scale}
        say={say}
        className="h-32"
        axis={<TimeAxis locale={locale} bins={bins} />}
      >
        <PlotPath points={stair} isArea fill="var(--wash)" />
        <PlotPath points={[[0, height(accountsBefore)], ...stair]} stroke="var(--ink)" strokeWidth={1.75} />
      </Plot>
    </ChartFigure>
  );
}
