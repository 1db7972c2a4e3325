import Link from "next/link";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { WayMark } from "#components/evidence/way-mark";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import type { EndedBy } from "#lib/core/captures/types";
import type { ListCapture } from "#lib/core/spread/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; captures: readonly ListCapture[]; total: number };

/** Captures of one list: what each holds, why collecting ended, what is missing. */
export function ListCaptures({ locale, captures, total }: Props) {
  const { captures: words, spread } = messages(locale);
  const { collected } = spread;
  return (
    <>
      <Table label={collected.title}>
        <TableHead>
          <HeaderCell>{collected.captured}</HeaderCell>
          <HeaderCell>{collected.outcome}</HeaderCell>
          <HeaderCell className="text-end">{collected.count}</HeaderCell>
          <HeaderCell>{collected.ended}</HeaderCell>
          <HeaderCell>{collected.missing}</HeaderCell>
        </TableHead>
        <tbody>
          {captures.map(({ id, finishedAt, label, outcome, way, posts, endedBy, limitsHit }) => (
            <TableRow key={id}>
              <Cell className="text-sm">
                <Link href={`/${locale}/desk/captures/${id}`} prefetch={false} className="prose-link">
                  <Time locale={locale} at={finishedAt} />
                </Link>{" "}
                <bdi className="block text-ink-faint">{label}</bdi>
              </Cell>
              <Cell>
                <OutcomeMark locale={locale} outcome={outcome} /> <WayMark locale={locale} way={way} />
              </Cell>
              <Cell className="text-end tabular-nums">
                <bdi>{formatNumber(locale, posts)}</bdi>
              </Cell>
              <Cell className="text-sm">{endedBy && (words.endedBy[endedBy as EndedBy] ?? endedBy)}</Cell>
              <Cell className="text-sm">{limitsHit.map((code) => words.limit[code] ?? code).join(" ")}</Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {total > captures.length && (
        <p className="mt-1.5 text-sm text-ink-faint">{collected.newest(captures.length, total)}</p>
      )}
    </>
  );
}
