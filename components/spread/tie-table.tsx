import Link from "next/link";
import { cx } from "#components/ui/cx";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import type { CoPostingWindow } from "#lib/core/spread/co-posting";
import type { TieTable as Ties } from "#lib/core/spread/views";
import { formatDuration, formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { AccountLink } from "./account-link";
import { PhrasingText } from "./phrasing-text";
import { type SpreadPlace, spreadHref, tieHref, tieScope } from "./spread-href";
import { WindowChoice } from "./window-choice";

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
  const words = messages(locale).spread.ties;
  const isOfAccount = place.kind === "account";
  const isOfPhrasing = place.kind === "phrasing";
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
          <Table label={isOfAccount ? words.ofAccount : isOfPhrasing ? words.ofPhrasing : words.title}>
            <TableHead>
              <HeaderCell>{isOfAccount ? words.account : words.pair}</HeaderCell>
              {!isOfPhrasing && <HeaderCell className="text-end">{words.shared}</HeaderCell>}
              <HeaderCell className={cx("text-end", !isOfPhrasing && "max-sm:hidden")}>{words.closePairs}</HeaderCell>
              <HeaderCell>{words.closest}</HeaderCell>
              {!isOfPhrasing && <HeaderCell className="max-lg:hidden">{words.example}</HeaderCell>}
              <HeaderCell>{words.which}</HeaderCell>
            </TableHead>
            <tbody>
              {ties.map(({ a, b, phrasings, closePairs, smallestGapMs, example }) => (
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
                  {!isOfPhrasing && (
                    <Cell className="max-w-xs text-sm max-lg:hidden">
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
