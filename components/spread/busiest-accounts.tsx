import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import type { ActiveAccount } from "#lib/core/spread/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { AccountLink } from "./account-link";

/** The accounts that posted most, with their first and last post here. */
export function BusiestAccounts({ locale, accounts }: { locale: Locale; accounts: readonly ActiveAccount[] }) {
  const { busiest } = messages(locale).spread;
  return (
    <Table label={busiest.title}>
      <TableHead>
        <HeaderCell>{busiest.account}</HeaderCell>
        <HeaderCell className="text-end">{busiest.posts}</HeaderCell>
        <HeaderCell className="text-end max-sm:hidden">{busiest.reposts}</HeaderCell>
        <HeaderCell>{busiest.first}</HeaderCell>
        <HeaderCell className="max-lg:hidden">{busiest.last}</HeaderCell>
      </TableHead>
      <tbody>
        {accounts.map((account) => (
          <TableRow key={`${account.platform}/${account.handle}`}>
            <Cell>
              <AccountLink locale={locale} account={account} withName />
            </Cell>
            <Cell className="text-end tabular-nums">
              <bdi>{formatNumber(locale, account.posts)}</bdi>
            </Cell>
            <Cell className="text-end tabular-nums max-sm:hidden">
              <bdi>{formatNumber(locale, account.reposts)}</bdi>
            </Cell>
            <Cell className="text-sm">
              {account.firstPostedAt && <Time locale={locale} at={account.firstPostedAt} />}
            </Cell>
            <Cell className="text-sm max-lg:hidden">
              {account.lastPostedAt && <Time locale={locale} at={account.lastPostedAt} />}
            </Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
