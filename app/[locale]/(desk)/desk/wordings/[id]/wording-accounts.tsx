import Link from "next/link";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import type { SameWording } from "#lib/core/search/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Who posted a wording how often; each leads to everything of that account. */
export function WordingAccounts({ locale, accounts }: { locale: Locale; accounts: SameWording["accounts"] }) {
  const { wording } = messages(locale).search;
  return (
    <Table label={wording.who}>
      <TableHead>
        <HeaderCell>{wording.account}</HeaderCell>
        <HeaderCell className="text-end">{wording.count}</HeaderCell>
      </TableHead>
      <tbody>
        {accounts.map(({ platform, handle, posts }) => (
          <TableRow key={`${platform} ${handle}`}>
            <Cell>
              <Link
                href={`/${locale}/desk/search?${new URLSearchParams({ account: handle.toLowerCase() })}`}
                className="prose-link"
              >
                <bdi dir="ltr">@{handle}</bdi>
              </Link>
            </Cell>
            <Cell className="text-end tabular-nums">{formatNumber(locale, posts)}</Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
