import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { Time } from "#components/ui/time";
import { requireUser } from "#lib/auth/session";
import { isLocale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { getSubmissionProgress } from "#lib/services/submissions/get-submission-progress";
import { orNotFound } from "../../or-not-found";
import { LiveProgress } from "./live-progress";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).submit.progress.title } : {};
}

export default async function SubmissionPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { submit, captures } = messages(locale);
  const progress = await orNotFound(getSubmissionProgress(user, id));
  const { caseFile } = progress;
  return (
    <>
      <PageHeader
        title={submit.progress.title}
        lead={
          <>
            <bdi>{submit.progress.lead(progress.submittedBy)}</bdi> · <Time locale={locale} at={progress.createdAt} />
          </>
        }
        actions={
          <LinkButton href={`/${locale}/desk/submit`} icon="plus">
            {submit.progress.more}
          </LinkButton>
        }
      />
      {(progress.reason || caseFile) && (
        <dl className="mb-5 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
          {progress.reason && (
            <>
              <dt className="text-ink-faint">{submit.progress.reason}</dt>
              <dd dir="auto" className="text-start">
                {progress.reason}
              </dd>
            </>
          )}
          {caseFile && (
            <>
              <dt className="text-ink-faint">{submit.progress.caseFile}</dt>
              <dd>
                <Link href={`/${locale}/desk/cases/${caseFile.id}`} className="prose-link">
                  <bdi>
                    {caseFile.title[locale] || caseFile.title[otherLocale(locale)] || captures.detail.untitledCase}
                  </bdi>
                </Link>
              </dd>
            </>
          )}
        </dl>
      )}
      <LiveProgress locale={locale} initial={progress} />
    </>
  );
}
