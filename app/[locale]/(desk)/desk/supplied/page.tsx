import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { requireUser } from "#lib/auth/session";
import { env } from "#lib/env";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { suppliedQuery } from "#lib/schemas/supplied";
import { listSupplied } from "#lib/services/supplied/list-supplied";
import { SuppliedFilters } from "./supplied-filters";
import { suppliedListHref } from "./supplied-href";
import { SuppliedRow } from "./supplied-row";
import { UploadForm } from "./upload-form";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).supplied.title } : {};
}

export default async function SuppliedPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { supplied: words } = messages(locale);
  const query = suppliedQuery.parse(await searchParams);
  const { items, total, page, pages } = await listSupplied(user, query);
  const isFiltered = query.q !== "" || query.format !== "";
  const href = (to: number) => (to < 1 || to > pages ? null : suppliedListHref(locale, { ...query, page: to }));
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]">
        <section aria-labelledby="add-files" className="min-w-0 xl:order-last">
          <h2 id="add-files" className="mb-3 font-serif text-xl font-semibold">
            {words.form.title}
          </h2>
          <UploadForm locale={locale} maxBytes={env().SUPPLIED_MAX_BYTES} />
        </section>
        <section aria-label={words.title} className="min-w-0">
          {(total > 0 || isFiltered) && <SuppliedFilters locale={locale} query={query} />}
          {total === 0 ? (
            <EmptyState
              icon={isFiltered ? "filter" : "archive"}
              title={isFiltered ? words.nothing : words.empty}
              action={
                isFiltered ? <LinkButton href={suppliedListHref(locale, {})}>{words.clear}</LinkButton> : undefined
              }
            />
          ) : (
            <>
              <p className="pb-1.5 text-sm text-ink-faint">{words.found(total)}</p>
              <ul className="border-t border-ink">
                {items.map((item) => (
                  <SuppliedRow key={item.id} locale={locale} item={item} />
                ))}
              </ul>
            </>
          )}
          {pages > 1 && (
            <Pager
              label={words.pages}
              position={words.position(page, pages)}
              previous={{ label: words.previous, href: href(page - 1) }}
              next={{ label: words.next, href: href(page + 1) }}
            />
          )}
        </section>
      </div>
    </>
  );
}
