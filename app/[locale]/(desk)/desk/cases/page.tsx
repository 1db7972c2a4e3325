import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { listCases } from "#lib/services/cases/list-cases";
import { CaseFilters } from "./case-filters";
import { caseListHref } from "./case-list-href";
import { CaseRows } from "./case-rows";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).cases.title } : {};
}

export default async function CasesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { cases } = messages(locale);
  const list = await listCases(user, await searchParams);
  const pages = Math.max(1, Math.ceil(list.total / list.pageSize));
  const href = (page: number) => (page < 1 || page > pages ? null : caseListHref(locale, { ...list.query, page }));
  const isFiltered = list.query.q !== "" || list.query.status !== null;
  const create = (
    <LinkButton href={`/${locale}/desk/cases/new`} variant="primary" icon="plus">
      {cases.newCase}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={cases.title} lead={cases.lead} actions={create} />
      {(list.total > 0 || isFiltered) && <CaseFilters locale={locale} list={list} />}
      {list.total > 0 && <CaseRows locale={locale} items={list.items} />}
      {list.total === 0 && isFiltered && (
        <EmptyState
          icon="filter"
          title={cases.list.nothing}
          action={<LinkButton href={`/${locale}/desk/cases`}>{cases.list.clear}</LinkButton>}
        />
      )}
      {list.total === 0 && !isFiltered && (
        <EmptyState icon="cases" title={cases.list.empty} action={create}>
          {cases.list.emptyBody}
        </EmptyState>
      )}
      {pages > 1 && (
        <Pager
          label={cases.list.pages}
          position={cases.list.position(list.query.page, pages)}
          previous={{ label: cases.list.previous, href: href(list.query.page - 1) }}
          next={{ label: cases.list.next, href: href(list.query.page + 1) }}
        />
      )}
    </>
  );
}
