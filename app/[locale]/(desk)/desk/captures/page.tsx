import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaptureRow } from "#components/captures/capture-row";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { captureQuery } from "#lib/schemas/capture-query";
import { listCaptures } from "#lib/services/captures/list-captures";
import { CaptureBeside } from "./capture-beside";
import { CaptureFilters } from "./capture-filters";
import { captureListHref } from "./capture-href";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).captures.title } : {};
}

export default async function CapturesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { captures: words } = messages(locale);
  const asked = await searchParams;
  const query = captureQuery.parse(asked);
  const { captures, total, page, pages, outcomes } = await listCaptures(user, query);
  const isFiltered =
    outcomes.length > 0 || query.q !== "" || query.changed || Boolean(query.kind ?? query.platform ?? query.cause);
  const open = captures.find(({ id }) => id === asked.open) ?? captures[0];
  const href = (to: number) => (to < 1 || to > pages ? null : captureListHref(locale, { ...query, page: to }));

  if (total === 0 && !isFiltered) {
    return (
      <>
        <PageHeader title={words.title} lead={words.lead} />
        <EmptyState
          icon="captures"
          title={words.empty}
          action={
            <LinkButton href={`/${locale}/desk/submit`} variant="primary" icon="submit">
              {words.emptyAction}
            </LinkButton>
          }
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <CaptureFilters locale={locale} query={query} outcomes={outcomes} />
      {!open ? (
        <EmptyState
          icon="filter"
          title={words.nothing}
          action={<LinkButton href={`/${locale}/desk/captures`}>{words.clear}</LinkButton>}
        />
      ) : (
        <div className="items-start gap-8 xl:grid xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <div className="min-w-0">
            <p className="pb-1.5 text-sm text-ink-faint">{words.found(total)}</p>
            <ul className="border-t border-ink">
              {captures.map((capture) => (
                <CaptureRow
                  key={capture.id}
                  locale={locale}
                  capture={capture}
                  isOpen={capture.id === open.id}
                  besideHref={captureListHref(locale, { ...query, page, open: capture.id })}
                />
              ))}
            </ul>
            {pages > 1 && (
              <Pager
                label={words.pages}
                position={words.position(page, pages)}
                previous={{ label: words.previous, href: href(page - 1) }}
                next={{ label: words.next, href: href(page + 1) }}
              />
            )}
          </div>
          <CaptureBeside locale={locale} user={user} captureId={open.id} />
        </div>
      )}
    </>
  );
}
