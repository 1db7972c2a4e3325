import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import type { SharedPhrasing } from "#lib/core/spread/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { PhrasingText } from "./phrasing-text";

type Props = { locale: Locale; phrasings: readonly SharedPhrasing[]; isOneAccount?: boolean };

/** Phrasings that several original posts of the archive have, by how often they are here. */
export function SharedPhrasings({ locale, phrasings, isOneAccount }: Props) {
  const { spread } = messages(locale);
  const words = spread.phrasings;
  if (phrasings.length === 0) return <p className="text-ink-soft">{words.none}</p>;
  const say = (value: number) => <bdi>{formatNumber(locale, value)}</bdi>;
  return (
    <Table label={isOneAccount ? words.ofAccount : words.title}>
      <TableHead>
        <HeaderCell>{words.text}</HeaderCell>
        <HeaderCell className="text-end">{words.postsHere}</HeaderCell>
        {!isOneAccount && <HeaderCell className="text-end max-sm:hidden">{words.accountsHere}</HeaderCell>}
        <HeaderCell className="max-sm:hidden">{words.archive}</HeaderCell>
        <HeaderCell className="max-lg:hidden">{words.first}</HeaderCell>
      </TableHead>
      <tbody>
        {phrasings.map((phrasing) => (
          <TableRow key={phrasing.id}>
            <Cell className="max-w-md">
              <PhrasingText locale={locale} phrasing={phrasing} />
            </Cell>
            <Cell className="text-end tabular-nums">{say(phrasing.postsHere)}</Cell>
            {!isOneAccount && <Cell className="text-end tabular-nums max-sm:hidden">{say(phrasing.accountsHere)}</Cell>}
            <Cell className="text-sm whitespace-nowrap max-sm:hidden">
              {spread.originals(phrasing.originals)}
              <span className="block text-ink-faint">{spread.accounts(phrasing.accounts)}</span>
            </Cell>
            <Cell className="text-sm max-lg:hidden">
              {phrasing.firstPostedAt ? <Time locale={locale} at={phrasing.firstPostedAt} /> : spread.noTime}
            </Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
