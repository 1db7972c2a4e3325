import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import type { PostBin } from "#lib/core/spread/bin-posts";
import { formatNumber, formatShare } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** The numbers of a timeline. A bin without posts has its zero here, too. */
export function TimelineTable({ locale, counts }: { locale: Locale; counts: readonly PostBin[] }) {
  const { charts } = messages(locale);
  const words = charts.timeline;
  const say = (value: number) => <bdi>{formatNumber(locale, value)}</bdi>;
  return (
    <Table label={words.title} className="text-sm">
      <TableHead>
        <HeaderCell>{charts.from}</HeaderCell>
        <HeaderCell className="text-end">{words.originals}</HeaderCell>
        <HeaderCell className="text-end">{words.copied}</HeaderCell>
        <HeaderCell className="text-end">{words.share}</HeaderCell>
        <HeaderCell className="text-end">{words.reposts}</HeaderCell>
        <HeaderCell className="text-end">{charts.arrivals.fresh}</HeaderCell>
      </TableHead>
      <tbody className="tabular-nums">
        {counts.map((bin) => (
          <TableRow key={bin.startMs}>
            <Cell className="py-1! whitespace-nowrap">
              <Time locale={locale} at={new Date(bin.startMs)} />
            </Cell>
            <Cell className="py-1! text-end">{say(bin.originals)}</Cell>
            <Cell className="py-1! text-end">{say(bin.copied)}</Cell>
            <Cell className="py-1! text-end">
              {bin.originals > 0 ? <bdi>{formatShare(locale, bin.copied / bin.originals)}</bdi> : "–"}
            </Cell>
            <Cell className="py-1! text-end">{say(bin.reposts)}</Cell>
            <Cell className="py-1! text-end">{say(bin.newAccounts)}</Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
