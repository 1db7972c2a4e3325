import Link from "next/link";
import { accountHref } from "#components/spread/spread-href";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import type { PhrasingAccount } from "#lib/core/duplicates/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; accounts: readonly PhrasingAccount[] };

/** Who posted a phrasing, the first of them first; each leads to that account. */
export function FirstAccounts({ locale, accounts }: Props) {
  const { copies } = messages(locale);
  if (accounts.length === 0) return <p className="text-ink-soft">{copies.unknownAccounts}</p>;
  return (
    <Table label={copies.who}>
      <TableHead>
        <HeaderCell>{copies.postsTable.account}</HeaderCell>
        <HeaderCell>{copies.firstPosted}</HeaderCell>
        <HeaderCell className="text-end">{copies.postsTable.count}</HeaderCell>
      </TableHead>
      <tbody>
        {accounts.map(({ accountId, platform, handle, name, posts, firstPostedAt }) => (
          <TableRow key={accountId}>
            <Cell>
              <Link href={accountHref(locale, { platform, handle })} prefetch={false} className="prose-link">
                <bdi dir="ltr">@{handle}</bdi>
              </Link>
              {name && (
                <span className="block text-sm text-ink-faint">
                  <bdi>{name}</bdi>
                </span>
              )}
            </Cell>
            <Cell className="text-sm">
              {firstPostedAt ? <Time locale={locale} at={firstPostedAt} /> : copies.postsTable.noTime}
            </Cell>
            <Cell className="text-end tabular-nums">{formatNumber(locale, posts)}</Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
