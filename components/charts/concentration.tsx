import { type ReactNode, useId } from "react";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import type { Concentration } from "#lib/core/spread/concentration";
import { formatNumber, formatShare } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { ChartFigure } from "./chart-figure";
import { Plot, PlotPath } from "./plot";

type Props = { locale: Locale; concentration: Concentration; collected?: ReactNode };

/** "7 of 120 accounts made half of the posts." */
export function concentrationSentence(locale: Locale, { accounts, posts, most, milestones }: Concentration): string {
  const words = messages(locale).charts.concentration;
  if (accounts === 0) return words.none;
  if (accounts === 1) return words.single(posts);
  if (most === 1) return words.even(accounts);
  const half = milestones.find(({ share }) => share === 0.5);
  return half ? words.half(half.accounts, accounts, half.posts, posts) : "";
}

/** How few accounts made how many posts: the sentence, the curve with the half marked, the numbers. */
export function ConcentrationChart({ locale, concentration, collected }: Props) {
  const words = messages(locale).charts.concentration;
  const id = useId();
  const { accounts, posts, curve, milestones } = concentration;
  const sentence = concentrationSentence(locale, concentration);
  if (accounts < 2) return <p className="text-base text-ink-soft">{sentence}</p>;
  const half = milestones.find(({ share }) => share === 0.5);
  const place = (at: { accounts: number; posts: number }) =>
    [(at.accounts / accounts) * 100, 100 - (at.posts / posts) * 100] as const;
  const [x, y] = half ? place(half) : [0, 0];
  return (
    <ChartFigure
      locale={locale}
      title={words.title}
      finding={sentence}
      collected={collected}
      table={<Milestones locale={locale} concentration={concentration} />}
    >
      <Plot
        id={id}
        title={words.title}
        desc={`${sentence} ${words.desc}`}
        scale={{ top: 1, ticks: [0, 0.5, 1] }}
        say={(value) => formatShare(locale, value)}
        className="h-44"
        labels={
          half && (
            <span
              aria-hidden="true"
              className="absolute ms-3 mt-2 max-w-3/5 bg-paper/85 px-1 text-sm leading-tight font-medium"
              style={{ insetInlineStart: `${Math.min(x, 45)}%`, insetBlockStart: `${y}%` }}
            >
              {words.mark(half.accounts)}
            </span>
          )
        }
        axis={
          <div aria-hidden="true" className="mt-1 flex justify-between gap-4 text-xs text-ink-faint">
            <span>{words.accounts}</span>
            <bdi>{formatNumber(locale, accounts)}</bdi>
          </div>
        }
      >
        <line x1="0" y1="100%" x2="100%" y2="0" stroke="var(--edge)" strokeDasharray="2 4" />
        <PlotPath points={curve.map(place)} stroke="var(--ink)" strokeWidth={1.75} />
        {half && (
          <circle cx={`${x}%`} cy={`${y}%`} r="4.5" fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.75" />
        )}
      </Plot>
      <p className="mt-1.5 flex items-center gap-2 text-xs text-ink-faint">
        <svg aria-hidden="true" className="h-2 w-6">
          <line x1="0" x2="100%" y1="50%" y2="50%" stroke="var(--edge)" strokeDasharray="2 4" />
        </svg>
        {words.alike}
      </p>
    </ChartFigure>
  );
}

function Milestones({ locale, concentration: { milestones } }: Pick<Props, "locale" | "concentration">) {
  const words = messages(locale).charts.concentration;
  return (
    <Table label={words.title} className="text-sm">
      <TableHead>
        <HeaderCell>{words.share}</HeaderCell>
        <HeaderCell className="text-end">{words.fewest}</HeaderCell>
        <HeaderCell className="text-end">{words.posts}</HeaderCell>
      </TableHead>
      <tbody className="tabular-nums">
        {milestones.map(({ share, accounts, posts }) => (
          <TableRow key={share}>
            <Cell className="py-1!">
              <bdi>{formatShare(locale, share)}</bdi>
            </Cell>
            <Cell className="py-1! text-end">
              <bdi>{formatNumber(locale, accounts)}</bdi>
            </Cell>
            <Cell className="py-1! text-end">
              <bdi>{formatNumber(locale, posts)}</bdi>
            </Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
