import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ReplayFrame } from "#components/evidence/replay-frame";
import { buttonClass } from "#components/ui/button-class";
import { Card } from "#components/ui/card";
import { Icon } from "#components/ui/icon";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Time } from "#components/ui/time";
import { requireUser } from "#lib/auth/session";
import { isShownInSandbox } from "#lib/core/evidence/served-as";
import { isRecording } from "#lib/core/supplied/formats";
import { isLocale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { getSupplied } from "#lib/services/supplied/get-supplied";
import { AddToCase } from "../../captures/[id]/add-to-case";
import { CustodyLog } from "../../captures/[id]/custody-log";
import { listEditableCases } from "../../captures/editable-cases";
import { orNotFound } from "../../or-not-found";
import { CheckSupplied } from "./check-supplied";
import { SuppliedFacts } from "./supplied-facts";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).supplied.one } : {};
}

export default async function SuppliedFilePage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { captures, supplied: words } = messages(locale);
  const { detail } = words;
  const item = await orNotFound(getSupplied(user, id));
  const isPicture = item.width !== null;
  const isShown = isShownInSandbox(item.mediaType) || item.format === "mhtml";
  const address = `/api/supplied/${item.id}`;
  return (
    <>
      <PageHeader
        kicker={`${words.one} · ${words.format[item.format] ?? item.format}`}
        title={<bdi className="wrap-anywhere">{item.fileName}</bdi>}
        lead={
          <>
            {words.by} <bdi>{item.suppliedBy}</bdi> · <Time locale={locale} at={item.receivedAt} />
          </>
        }
        actions={
          <>
            <AddToCase
              locale={locale}
              target={{ kind: "supplied", suppliedId: item.id }}
              cases={await listEditableCases(user, locale)}
              suggestedCaseId={undefined}
            />
            {/* A plain link: Next would fetch a page in advance, and this is a file on another origin. */}
            <a href={`${address}?save=1`} className={buttonClass()}>
              <Icon name="download" />
              {detail.save}
            </a>
          </>
        }
      />
      <Notice tone="warn" className="mb-6">
        {words.notACapture}
      </Notice>
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <section aria-label={detail.open}>
          {isPicture ? (
            <a href={address} target="_blank" rel="noreferrer">
              <img
                src={address}
                alt={detail.picture(item.fileName)}
                width={item.width ?? undefined}
                height={item.height ?? undefined}
                className="h-auto max-h-[80vh] w-auto max-w-full border border-hairline"
              />
            </a>
          ) : isShown ? (
            <>
              <a href={address} target="_blank" rel="noreferrer" className="prose-link text-lg">
                {detail.open}
              </a>
              <p className="text-sm text-ink-faint">{detail.openHint}</p>
            </>
          ) : isRecording(item.format) ? (
            <ReplayFrame locale={locale} address={address} isSupplied />
          ) : (
            <p className="max-w-measure text-ink-soft">{detail.onlySaved}</p>
          )}
        </section>
        <div className="flex min-w-0 flex-col gap-8">
          <Card title={detail.facts}>
            <SuppliedFacts locale={locale} item={item} />
            <CheckSupplied locale={locale} id={item.id} />
          </Card>
          <Card title={detail.cases}>
            {item.cases.length === 0 ? (
              <p className="text-ink-soft">{detail.noCases}</p>
            ) : (
              <ul className="flex flex-col gap-1.5">
                {item.cases.map(({ id: caseId, title }) => (
                  <li key={caseId}>
                    <Link href={`/${locale}/desk/cases/${caseId}`} className="prose-link" dir="auto">
                      {title[locale] || title[otherLocale(locale)] || captures.detail.untitledCase}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
      <div className="mt-10">
        <CustodyLog locale={locale} lines={item.custody} lead={detail.custodyLead} />
      </div>
    </>
  );
}
