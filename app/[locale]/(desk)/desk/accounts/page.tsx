import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountLink } from "#components/spread/account-link";
import { ListForm } from "#components/spread/list-form";
import { tieHref } from "#components/spread/spread-href";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { requireUser } from "#lib/auth/session";
import type { PlatformId } from "#lib/core/captures/types";
import { formatNumber } from "#lib/i18n/format";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type AccountsQuery, accountsQuery } from "#lib/schemas/spread-query";
import { listAccounts } from "#lib/services/accounts/list-accounts";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).spread.accountPages.title } : {};
}

export default async function AccountsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { spread, evidence, search } = messages(locale);
  const words = spread.accountPages;
  const query = accountsQuery.parse(await searchParams);
  const { lines, total, page, pages } = await listAccounts(user, query);
  const here = `/${locale}/desk/accounts`;
  const href = (to: number) => (to < 1 || to > pages ? null : `${here}?${asked({ ...query, page: to })}`);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          <LinkButton href={tieHref(locale, null, null)} prefetch={false}>
            {spread.tie.title}
          </LinkButton>
        }
      />
      {total === 0 && query.q === "" ? (
        <EmptyState
          icon="people"
          title={words.empty}
          action={
            <LinkButton href={`/${locale}/desk/submit`} variant="primary" icon="submit">
              {words.emptyAction}
            </LinkButton>
          }
        />
      ) : (
        <>
          <ListForm
            locale={locale}
            action={here}
            label={words.search}
            q={query.q}
            sort={query.sort}
            sorts={(["posts", "newest", "handle"] as const).map((sort) => [sort, spread.sort[sort]])}
          />
          {total === 0 ? (
            <EmptyState
              icon="filter"
              title={spread.nothing}
              action={<LinkButton href={here}>{spread.showAll}</LinkButton>}
            />
          ) : (
            <>
              <p className="pb-1.5 text-sm text-ink-faint">
                {words.found(total)} · {messages(locale).charts.sample}
              </p>
              <Table label={words.title}>
                <TableHead>
                  <HeaderCell>{words.kicker}</HeaderCell>
                  <HeaderCell className="max-sm:hidden">{search.facet.platform}</HeaderCell>
                  <HeaderCell className="text-end">{spread.busiest.posts}</HeaderCell>
                  <HeaderCell>{words.newest}</HeaderCell>
                </TableHead>
                <tbody>
                  {lines.map((account) => (
                    <TableRow key={`${account.platform}/${account.handle}`}>
                      <Cell>
                        <AccountLink locale={locale} account={account} withName />
                      </Cell>
                      <Cell className="max-sm:hidden">
                        <bdi>{evidence.platform[account.platform as PlatformId] ?? account.platform}</bdi>
                      </Cell>
                      <Cell className="text-end tabular-nums">
                        <bdi>{formatNumber(locale, account.posts)}</bdi>
                      </Cell>
                      <Cell className="text-sm">
                        {account.newestAt ? <Time locale={locale} at={account.newestAt} /> : spread.noTime}
                      </Cell>
                    </TableRow>
                  ))}
                </tbody>
              </Table>
            </>
          )}
          {pages > 1 && (
            <Pager
              label={spread.pages}
              position={spread.position(page, pages)}
              previous={{ label: spread.previous, href: href(page - 1) }}
              next={{ label: spread.next, href: href(page + 1) }}
            />
          )}
        </>
      )}
    </>
  );
}

function asked({ q, sort, page }: AccountsQuery): URLSearchParams {
  return new URLSearchParams({ ...(q && { q }), ...(sort !== "posts" && { sort }), page: String(page) });
}
