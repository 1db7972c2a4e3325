import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "#components/ui/card";
import { Mark } from "#components/ui/mark";
import { Notice } from "#components/ui/notice";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { may } from "#lib/permissions/may";
import { getSearchSettings } from "#lib/services/search/get-search-settings";
import { rebuildPhrasingsAction, reindexAction } from "./actions";
import { FillingNotice } from "./filling-notice";
import { KeepFresh } from "./keep-fresh";
import { RebuildState } from "./rebuild-state";
import { WaitingChanges } from "./waiting-changes";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).searchSettings.title } : {};
}

/** The search engine, what waits for it, and rebuilding; for admins, and not there for anybody else. */
export default async function SearchSettingsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  if (!may(user, "search.manage")) notFound();
  const { engine, filling, lag, failed, rebuild, phrasings } = await getSearchSettings(user);
  const words = messages(locale).searchSettings;
  return (
    <div className="flex max-w-5xl flex-col gap-10">
      <p className="max-w-measure text-base text-ink-soft">{words.lead}</p>
      <Card title={words.engineTitle}>
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-base">
          <Mark tone={engine.ok ? "good" : "bad"} icon={engine.ok ? "check" : "stop"}>
            {engine.ok ? words.well : words.unwell}
          </Mark>
          <bdi dir="ltr" className="wrap-anywhere">
            {engine.detail}
          </bdi>
        </p>
        {!engine.ok && (
          <Notice tone="bad" className="mt-3">
            {filling ? words.unfilledHint : words.unwellHint}
          </Notice>
        )}
        {filling && <FillingNotice locale={locale} filling={filling} isAnswering={engine.ok} />}
        {filling && !rebuild?.isUnderWay && <KeepFresh />}
      </Card>
      <WaitingChanges locale={locale} lag={lag} failed={failed} />
      <RebuildState locale={locale} rebuild={rebuild} of="index" action={reindexAction} />
      <RebuildState locale={locale} rebuild={phrasings} of="phrasings" action={rebuildPhrasingsAction} />
    </div>
  );
}
