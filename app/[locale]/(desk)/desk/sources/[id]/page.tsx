import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaptureName } from "#components/captures/capture-row";
import { SampleNotice } from "#components/evidence/sample-notice";
import { Card } from "#components/ui/card";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { requireUser } from "#lib/auth/session";
import { readableAddress } from "#lib/core/captures/readable-address";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { timelineQuery } from "#lib/schemas/timeline-query";
import { getSourceTimeline } from "#lib/services/sources/get-source-timeline";
import { orNotFound } from "../../or-not-found";
import { CountCourses } from "./count-courses";
import { PlannedLooks } from "./planned-looks";
import { CaptureNow } from "./timeline-actions";
import { TimelineEntry } from "./timeline-entry";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).time.title } : {};
}

export default async function SourceTimelinePage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { captures, common, evidence, time } = messages(locale);
  const query = timelineQuery.parse(await searchParams);
  const timeline = await orNotFound(getSourceTimeline(user, id, query.page));
  const { source, author, entries, total, page, pages, pending } = timeline;
  const href = (to: number) => (to < 1 || to > pages ? null : `/${locale}/desk/sources/${source.id}?page=${to}`);
  const isList = source.kind === "hashtag" || source.kind === "account";
  return (
    <>
      <PageHeader
        kicker={`${time.kicker} · ${common.sourceKind[source.kind]} · ${evidence.platform[source.platform]}`}
        title={
          <span className="wrap-anywhere">
            <CaptureName capture={{ source, author }} />
          </span>
        }
        lead={
          <bdi dir="ltr" className="font-mono text-[0.92em] break-all">
            {readableAddress(source.canonicalUrl)}
          </bdi>
        }
        actions={
          <CaptureNow
            locale={locale}
            sourceId={source.id}
            isPending={pending !== null}
            isPromotable={pending?.isPromotable ?? false}
          />
        }
      />
      <div className="mb-6 flex flex-col gap-3 empty:hidden">
        {source.platform === "demo_square" && <SampleNotice locale={locale} />}
        {pending && <Notice>{pending.cause === "schedule" ? time.waitingScheduled : time.waiting}</Notice>}
      </div>
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
        <Card title={time.captures} aside={total > 0 && time.count(total)}>
          {total === 0 ? (
            <EmptyState icon="clock" title={time.emptyTitle}>
              {time.emptyBody}
            </EmptyState>
          ) : (
            <>
              <p className="mb-5 max-w-measure text-sm text-ink-soft">
                {total === 1 ? time.onlyOne : time.lead} {isList && time.sample}
              </p>
              <ol className="ms-1.5">
                {entries.map((entry) => (
                  <TimelineEntry key={entry.id} locale={locale} entry={entry} />
                ))}
              </ol>
              {pages > 1 && (
                <Pager
                  label={captures.pages}
                  position={captures.position(page, pages)}
                  previous={{ label: captures.previous, href: href(page - 1) }}
                  next={{ label: captures.next, href: href(page + 1) }}
                />
              )}
            </>
          )}
        </Card>
        <div className="flex min-w-0 flex-col gap-8">
          <PlannedLooks locale={locale} timeline={timeline} now={new Date()} />
          <CountCourses locale={locale} counts={timeline.counts} />
        </div>
      </div>
    </>
  );
}
