import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CaptureRow } from "#components/captures/capture-row";
import { Card } from "#components/ui/card";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { requireUser } from "#lib/auth/session";
import { holdsContent } from "#lib/core/captures/types";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { CAPTURE_FILTER_VALUES } from "#lib/schemas/capture-query";
import { getDeskOverview } from "#lib/services/captures/get-desk-overview";
import { listCases } from "#lib/services/cases/list-cases";
import { listChangeNotices } from "#lib/services/sources/list-change-notices";
import { captureListHref } from "./captures/capture-href";
import { CaseLines } from "./case-lines";
import { ChangeNotices } from "./changes/change-notices";
import { LogBreakNotice } from "./log-break-notice";
import { RequestLines } from "./request-lines";
import { RestingHosts } from "./resting-hosts";

/** Changes shown here; the rest is one press away. */
const NOTICES = 6;

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).home.title } : {};
}

export default async function DeskHomePage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { home } = messages(locale);
  const [desk, inReview, changes] = await Promise.all([
    getDeskOverview(user),
    listCases(user, { status: "in_review" }),
    listChangeNotices(user, { isSeen: false, pageSize: NOTICES }),
  ]);
  const { failed, withoutContent, withoutContentTotal, pending, pendingTotal, resting, recent } = desk;
  const submit = (
    <LinkButton href={`/${locale}/desk/submit`} variant="primary" icon="submit">
      {recent.length === 0 ? home.emptyAction : messages(locale).submit.title}
    </LinkButton>
  );
  const needsNobody =
    failed.length === 0 && withoutContent.length === 0 && inReview.items.length === 0 && changes.total === 0;
  const without = CAPTURE_FILTER_VALUES.outcome.filter((outcome) => !holdsContent(outcome));
  if (recent.length === 0 && pending.length === 0 && needsNobody) {
    return (
      <>
        <PageHeader title={home.title} />
        <LogBreakNotice locale={locale} user={user} />
        <EmptyState icon="archive" title={home.emptyTitle} action={submit}>
          {home.emptyBody}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={home.title} actions={submit} />
      <LogBreakNotice locale={locale} user={user} />
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <Card
          title={home.needsYou}
          aside={
            <Link href={`/${locale}/desk/changes?show=all`} className="prose-link">
              {messages(locale).time.noticesEver}
            </Link>
          }
        >
          {needsNobody && <p className="text-ink-soft">{home.needsNothing}</p>}
          <div className="flex flex-col gap-6">
            {inReview.items.length > 0 && <CaseLines locale={locale} title={home.inReview} items={inReview.items} />}
            {changes.total > 0 && <ChangeNotices locale={locale} notices={changes.notices} total={changes.total} />}
            {failed.length > 0 && <RequestLines locale={locale} title={home.failed} requests={failed} />}
            {withoutContent.length > 0 && (
              <section aria-labelledby="without-content">
                <h3 id="without-content" className="text-sm font-semibold text-ink-soft">
                  {home.withoutContent}
                </h3>
                <ul>
                  {withoutContent.map((capture) => (
                    <CaptureRow key={capture.id} locale={locale} capture={capture} />
                  ))}
                </ul>
                {withoutContentTotal > withoutContent.length && (
                  <p className="mt-2 text-sm">
                    <Link href={captureListHref(locale, { outcome: without })} className="prose-link">
                      {home.withoutContentAll}
                    </Link>
                  </p>
                )}
              </section>
            )}
          </div>
        </Card>
        <div className="flex min-w-0 flex-col gap-8">
          {pending.length > 0 && (
            <Card
              title={home.pending}
              aside={pendingTotal > pending.length && home.pendingMore(pendingTotal - pending.length)}
            >
              <RestingHosts locale={locale} hosts={resting} />
              <RequestLines locale={locale} requests={pending} />
            </Card>
          )}
          {recent.length > 0 && (
            <Card
              title={home.recent}
              aside={
                <Link href={`/${locale}/desk/captures`} className="prose-link">
                  {home.allCaptures}
                </Link>
              }
            >
              <ul className="border-t border-hairline">
                {recent.map((capture) => (
                  <CaptureRow key={capture.id} locale={locale} capture={capture} />
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
