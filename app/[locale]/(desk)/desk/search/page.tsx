import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { requireUser } from "#lib/auth/session";
import type { ArchiveSearch } from "#lib/core/search/views";
import { AppError } from "#lib/errors";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { type SearchParams, searchParams as schema, toSearchQuery } from "#lib/schemas/search-query";
import { searchArchive } from "#lib/services/search/search-archive";
import { Results } from "./results";
import { SearchForm } from "./search-form";
import { searchHref } from "./search-href";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

const PAGE_SIZE = 20;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { q } = schema.parse(await searchParams);
  const { title } = messages(locale).search;
  return { title: q ? `${q.slice(0, 80)} · ${title}` : title };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { errors, search, common } = messages(locale);
  const asked = schema.parse(await searchParams);
  const result = await findResults(user, asked);
  return (
    <>
      <PageHeader title={search.title} lead={search.lead} />
      <SearchForm locale={locale} params={asked} />
      {result ? (
        <Results locale={locale} params={asked} result={result} />
      ) : (
        <Notice tone="bad" title={search.down}>
          <p>{errors.search_down}</p>
          <LinkButton href={searchHref(locale, asked)} size="sm" icon="retry" className="mt-3" prefetch={false}>
            {common.actions.retry}
          </LinkButton>
        </Notice>
      )}
    </>
  );
}

/** Null when search does not answer: the page then says so, and everything else on it works. */
async function findResults(user: Actor, asked: SearchParams): Promise<ArchiveSearch | null> {
  try {
    return await searchArchive(user, toSearchQuery(asked, PAGE_SIZE));
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "search_down") return null;
    throw thrown;
  }
}
