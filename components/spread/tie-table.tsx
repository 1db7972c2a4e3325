import Link from "next/link";
import { cx } from "#components/ui/cx";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import type { CoPostingWindow } from "#lib/core/spread/co-posting";
import { runLengths } from "#lib/core/spread/run-lengths";
import type { TieLine, TieTable as Ties } from "#lib/core/spread/views";
import { formatDuration, formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { AccountLink } from "./account-link";
import { PhrasingText } from "./phrasing-text";
import { exportHref, type SpreadPlace, spreadHref, tieHref, tieScope } from "./spread-href";
import { WindowChoice } from "./window-choice";

/** What else is on the page stays within reach: so many pairs stand open, the others are folded. */
const FIRST = 12;

type Props = {
  locale: Locale;
  place: SpreadPlace;
  /** The page's question, as far as it has one. */
  query: Pick<SpreadQuery, "window"> & Partial<SpreadQuery>;
  ties: Ties;
  /** The page with another closeness, where its address says more than a question of days. */
  windowHref?: (window: CoPostingWindow) => string;
};

/** Pairs of accounts with the phrasings that both posted close together, each leading to the posts themselves. */
export function TieTable({ locale, place, query, ties: { ties, total, comparedWith, isCut }, windowHref }: Props) {
  const { ties: words, exports: files } = messages(locale).spread;
  const isOfAccount = place.kind === "account";
  const isOfPhrasing = place.kind === "phrasing";
  const label = isOfAccount ? words.ofAccount : isOfPhrasing ? words.ofPhrasing : words.title;
  const rest = ties.slice(FIRST);
  const hrefOf = windowHref ?? ((window: CoPostingWindow) => spreadHref(locale, place, { ...query, window }));
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-measure text-sm text-ink-soft">{words.lead}</p>
      <WindowChoice locale={locale} chosen={query.window} hrefOf={hrefOf} />
      {ties.length === 0 ? (
        <p className="text-ink-soft">
          {isOfAccount ? words.noneOfAccount : isOfPhrasing ? words.noneOfPhrasing : words.none}
        </p>
      ) : (
        <>
          <p className="text-sm text-ink-faint">
            {(isOfAccount ? words.foundAccounts : words.found)(total)}
            {total > ties.length && ` · ${words.shown(ties.length)}`} · {words.within[query.window]}
          </p>
          <TieLines {...{ locale, place, query }} label={label} ties={ties.slice(0, FIRST)} />
          {rest.length > 0 && (
            <details>
              <summary className="inline-flex min-h-9 items-center text-sm font-medium text-ink-soft underline decoration-hairline underline-offset-4 hover:text-ink">
                {words.more(rest.length)}
              </summary>
              <div className="mt-2">
                <TieLines {...{ locale, place, query }} label={`${label}: ${words.more(rest.length)}`} ties={rest} />
              </div>
            </details>
          )}
          {total > ties.length && (
            <p className="max-w-measure text-sm text-ink-faint">
              {words.inFiles}{" "}
              <a href={exportHref(place, "ties", query)} download className="prose-link">
                {files.ties}
              </a>
              {" · "}
              <a href={exportHref(place, "ties", { ...query, format: "graphml" })} download className="prose-link">
                {files.graph}
              </a>
            </p>
          )}
        </>
      )}
      {comparedWith !== null && <p className="max-w-measure text-sm text-ink-faint">{words.bounded(comparedWith)}</p>}
      {isCut && (
        <p className="max-w-measure text-sm text-ink-faint">
          {isOfPhrasing ? words.cut : `${words.cut} ${words.cutHint}`}
        </p>
      )}
      <p className="text-sm text-ink-faint">{messages(locale).charts.sample}</p>
    </div>
  );
}

type LinesProps = Pick<Props, "locale" | "place" | "query"> & { label: string; ties: readonly TieLine[] };

function TieLines({ locale, place, query, label, ties }: LinesProps) {
  const words = messages(locale).spread.ties;
  const isOfAccount = place.kind === "account";
  const isOfPhrasing = place.kind === "phrasing";
  const rows = runLengths(ties.map(({ example }) => example?.text ?? null));
  return (
    <Table label={label}>
      <TableHead>
        <HeaderCell>{isOfAccount ? words.account : words.pair}</HeaderCell>
        {!isOfPhrasing && <HeaderCell className="text-end">{words.shared}</HeaderCell>}
        <HeaderCell className={cx("text-end", !isOfPhrasing && "max-sm:hidden")}>{words.closePairs}</HeaderCell>
        <HeaderCell>{words.closest}</HeaderCell>
        {!isOfPhrasing && <HeaderCell className="max-lg:hidden">{words.example}</HeaderCell>}
        <HeaderCell>{words.which}</HeaderCell>
      </TableHead>
      <tbody>
        {ties.map(({ a, b, phrasings, closePairs, smallestGapMs, example }, i) => (
          <TableRow key={`${a.platform}/${a.handle} ${b.platform}/${b.handle}`}>
            <Cell>
              {!isOfAccount && (
                <span className="block">
                  <AccountLink locale={locale} account={a} />
                </span>
              )}
              <AccountLink locale={locale} account={b} withName={isOfAccount} />
            </Cell>
            {!isOfPhrasing && (
              <Cell className="text-end tabular-nums">
                <bdi>{formatNumber(locale, phrasings)}</bdi>
              </Cell>
            )}
            <Cell className={cx("text-end tabular-nums", !isOfPhrasing && "max-sm:hidden")}>
              <bdi>{formatNumber(locale, closePairs)}</bdi>
            </Cell>
            <Cell className="whitespace-nowrap">
              {smallestGapMs === null ? "–" : <bdi>{formatDuration(locale, smallestGapMs)}</bdi>}
            </Cell>
            {!isOfPhrasing && (rows[i] ?? 1) > 0 && (
              <Cell rowSpan={rows[i]} className="max-w-xs text-sm max-lg:hidden">
                {example && <PhrasingText locale={locale} phrasing={example} />}
              </Cell>
            )}
            <Cell>
              <Link
                href={tieHref(locale, a, b, { window: query.window, ...tieScope(place, query) })}
                prefetch={false}
                className="prose-link whitespace-nowrap"
              >
                {words.which} <VisuallyHidden>{words.whichOf(a.handle, b.handle)}</VisuallyHidden>
              </Link>
            </Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
