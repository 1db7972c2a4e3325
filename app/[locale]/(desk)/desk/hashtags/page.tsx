import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ListForm } from "#components/spread/list-form";
import { hashtagHref } from "#components/spread/spread-href";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { requireUser } from "#lib/auth/session";
import { formatNumber } from "#lib/i18n/format";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type HashtagsQuery, hashtagsQuery } from "#lib/schemas/spread-query";
import { listHashtags } from "#lib/services/hashtags/list-hashtags";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).spread.hashtags.title } : {};
}

export default async function HashtagsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { spread } = messages(locale);
  const words = spread.hashtags;
  const query = hashtagsQuery.parse(await searchParams);
  const { lines, total, page, pages } = await listHashtags(user, query);
  const here = `/${locale}/desk/hashtags`;
  const href = (to: number) => (to < 1 || to > pages ? null : `${here}?${asked({ ...query, page: to })}`);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      {total === 0 && query.q === "" ? (
        <EmptyState
          icon="hashtag"
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
            sorts={[
              ["posts", spread.sort.posts],
              ["newest", spread.sort.newest],
            ]}
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
                  <HeaderCell className="text-end">{spread.busiest.posts}</HeaderCell>
                  <HeaderCell>{words.newest}</HeaderCell>
                </TableHead>
                <tbody>
                  {lines.map(({ text, folded, posts, newestAt }) => (
                    <TableRow key={folded}>
                      <Cell className="wrap-anywhere">
                        <Link href={hashtagHref(locale, folded)} prefetch={false} className="prose-link">
                          <bdi>#{text}</bdi>
                        </Link>
                      </Cell>
                      <Cell className="text-end tabular-nums">
                        <bdi>{formatNumber(locale, posts)}</bdi>
                      </Cell>
                      <Cell className="text-sm">
                        {newestAt ? <Time locale={locale} at={newestAt} /> : spread.noTime}
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

function asked({ q, sort, page }: HashtagsQuery): URLSearchParams {
  return new URLSearchParams({ ...(q && { q }), ...(sort !== "posts" && { sort }), page: String(page) });
}
