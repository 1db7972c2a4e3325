import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { requireUser } from "#lib/auth/session";
import { isLocale, type Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type PhrasingListQuery, phrasingListQuery } from "#lib/schemas/phrasing-query";
import { measurePhrasings } from "#lib/services/copies/measure-phrasings";
import { listPhrasings } from "#lib/services/phrasings/list-phrasings";
import { PhrasingFilters } from "./phrasing-filters";
import { PhrasingRow } from "./phrasing-row";
import { phrasingsHref } from "./phrasings-href";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).phrasings.title } : {};
}

export default async function PhrasingsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { copies, phrasings: words } = messages(locale);
  const query = phrasingListQuery.parse(await searchParams);
  const list = await listPhrasings(user, query);
  // Not awaited: strips come a moment later, because they are read from the posts.
  const spreads = measurePhrasings(user, list.items);
  const href = (page: number, isThere: boolean) => (isThere ? phrasingsHref(locale, { ...query, page }) : null);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          <LinkButton href={`/${locale}/desk/copies`} variant="primary" icon="copies">
            {copies.title}
          </LinkButton>
        }
      />
      <PhrasingFilters locale={locale} query={query} />
      {list.isWithoutSearch && <Notice tone="bad">{words.searchDown}</Notice>}
      {list.items.length === 0 && !list.isWithoutSearch ? (
        <Empty locale={locale} query={query} />
      ) : (
        <>
          <p className="pb-1.5 text-sm text-ink-faint">
            {words.sample} {query.q !== "" && words.wordsLimit}
          </p>
          <ol className="border-t border-ink">
            {list.items.map((phrasing) => (
              <PhrasingRow key={phrasing.id} locale={locale} phrasing={phrasing} spreads={spreads} />
            ))}
          </ol>
        </>
      )}
      {list.isCut && <p className="mt-4 text-ink-soft">{words.end}</p>}
      {(list.page > 1 || list.hasMore) && (
        <Pager
          label={words.pages}
          position={words.position(list.page)}
          previous={{ label: words.previous, href: href(list.page - 1, list.page > 1) }}
          next={{ label: words.next, href: href(list.page + 1, list.hasMore) }}
        />
      )}
    </>
  );
}

function Empty({ locale, query }: { locale: Locale; query: PhrasingListQuery }) {
  const { phrasings: words } = messages(locale);
  const isFiltered = phrasingsHref(locale, { ...query, sort: "copies" }) !== phrasingsHref(locale, {});
  return (
    <EmptyState
      icon={isFiltered ? "filter" : "phrasing"}
      title={isFiltered ? words.nothing : words.empty}
      action={
        isFiltered ? (
          <LinkButton href={phrasingsHref(locale, {})}>{words.filters.clear}</LinkButton>
        ) : (
          <LinkButton href={`/${locale}/desk/submit`} variant="primary" icon="submit">
            {words.emptyAction}
          </LinkButton>
        )
      }
    />
  );
}
