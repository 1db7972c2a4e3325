import { OutcomeMark } from "#components/evidence/outcome-mark";
import { ListCaptures } from "#components/spread/list-captures";
import { Card } from "#components/ui/card";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import type { AccountView } from "#lib/core/spread/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** What captures saw of the account itself: its names, whether its posts and its page are still there. */
export function AccountFacts({ locale, account }: { locale: Locale; account: AccountView }) {
  const { spread } = messages(locale);
  const { accountPages: words, collected } = spread;
  const { names, availability, captures, captureCount } = account;
  return (
    <>
      <div className="grid grid-cols-1 items-start gap-10 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title={words.names}>
          <p className="mb-2 text-sm text-ink-soft">{words.namesLead}</p>
          <Table label={words.names}>
            <TableHead>
              <HeaderCell>{words.name}</HeaderCell>
              <HeaderCell>{words.handle}</HeaderCell>
              <HeaderCell>{words.seenFrom}</HeaderCell>
              <HeaderCell>{words.seenTo}</HeaderCell>
            </TableHead>
            <tbody>
              {names.map(({ name, handle, firstAt, lastAt }) => (
                <TableRow key={`${name} ${handle}`}>
                  <Cell className="wrap-anywhere">{name ? <bdi>{name}</bdi> : words.noName}</Cell>
                  <Cell>{handle && <bdi dir="ltr">@{handle}</bdi>}</Cell>
                  <Cell className="text-sm">
                    <Time locale={locale} at={firstAt} />
                  </Cell>
                  <Cell className="text-sm">
                    <Time locale={locale} at={lastAt} />
                  </Cell>
                </TableRow>
              ))}
            </tbody>
          </Table>
        </Card>
        <Card title={words.availability}>
          <ul className="flex flex-col gap-2">
            {availability.map(({ outcome, posts }) => (
              <li key={outcome} className="flex items-center justify-between gap-4 border-b border-hairline pb-2">
                <OutcomeMark locale={locale} outcome={outcome} />
                <bdi className="tabular-nums">{formatNumber(locale, posts)}</bdi>
              </li>
            ))}
          </ul>
        </Card>
      </div>
      <Card title={words.page}>
        {captureCount === 0 ? (
          <p className="max-w-measure text-ink-soft">{collected.accountNone}</p>
        ) : (
          <>
            <p className="mb-3 text-ink-soft">{collected.accountLead(captureCount)}</p>
            <ListCaptures locale={locale} captures={captures} total={captureCount} />
          </>
        )}
      </Card>
    </>
  );
}
