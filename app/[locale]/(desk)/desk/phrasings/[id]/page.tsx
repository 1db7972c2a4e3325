import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Suspense } from "react";
import { ChosenText } from "#components/copies/chosen-text";
import { PhrasingCountsLine } from "#components/copies/phrasing-counts";
import { ExportLinks } from "#components/spread/export-links";
import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Spinner } from "#components/ui/spinner";
import { Time } from "#components/ui/time";
import { requireUser } from "#lib/auth/session";
import { AppError } from "#lib/errors";
import { isLocale, type Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { type PhrasingQuery, phrasingQuery } from "#lib/schemas/phrasing-query";
import { getPhrasing, type PhrasingView } from "#lib/services/phrasings/get-phrasing";
import { listEditableCases } from "../../captures/editable-cases";
import { orNotFound } from "../../or-not-found";
import { phrasingHref } from "../phrasings-href";
import { AccountsSection } from "./accounts-section";
import { ChartsSection } from "./charts-section";
import { DecisionsSection } from "./decisions-section";
import { NearSection } from "./near-section";
import { PhrasingActions } from "./phrasing-actions";
import { PostsSection } from "./posts-section";
import { SpreadSection } from "./spread-section";
import { TiesSection } from "./ties-section";
import { WordingsSection } from "./wordings-section";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).phrasings.one } : {};
}

export default async function PhrasingPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const query = phrasingQuery.parse(await searchParams);
  const phrasing = await orNotFound(findIt(user, locale, id, query));
  const { copies, phrasings: words, spread } = messages(locale);
  const { usual, firstSeenAt } = phrasing;
  const cases = await listEditableCases(user, locale);
  const section = { locale, user, phrasing, query, cases };
  return (
    <>
      <PageHeader
        title={words.one}
        lead={words.sample}
        actions={<PhrasingActions locale={locale} phrasing={phrasing} cases={cases} />}
      />
      <ChosenText locale={locale} {...usual} label={words.text} />
      {usual.comparedBy === "formulas" && (
        <Notice tone="warn" className="mt-4">
          {words.formula}
        </Notice>
      )}
      <div className="mt-4 mb-8">
        <PhrasingCountsLine locale={locale} counts={phrasing} />
        {firstSeenAt && (
          <p className="text-sm text-ink-faint">
            {copies.firstSeen}: <Time locale={locale} at={firstSeenAt} />
          </p>
        )}
      </div>
      <div className="flex flex-col gap-10">
        <Suspense fallback={<Spinner />}>
          <SpreadSection {...section} />
        </Suspense>
        <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex min-w-0 flex-col gap-10">
            <WordingsSection {...section} />
            <PostsSection {...section} />
          </div>
          <div className="flex min-w-0 flex-col gap-10">
            <AccountsSection {...section} />
            <DecisionsSection {...section} />
          </div>
        </div>
        <Suspense fallback={<Spinner />}>
          <ChartsSection {...section} />
        </Suspense>
        <TiesSection {...section} />
        <Card title={spread.exports.title}>
          <ExportLinks locale={locale} place={{ kind: "phrasing", id: phrasing.id }} query={{ window: query.window }} />
        </Card>
        <Suspense fallback={<Spinner />}>
          <NearSection {...section} />
        </Suspense>
      </div>
    </>
  );
}

/** The phrasing, or off to where its wordings are now. */
async function findIt(user: Actor, locale: Locale, id: string, { wording }: PhrasingQuery): Promise<PhrasingView> {
  try {
    return await getPhrasing(user, id, wording);
  } catch (thrown) {
    const moved = thrown instanceof AppError ? thrown.details.phrasingId : undefined;
    if (typeof moved === "string") redirect(phrasingHref(locale, moved, { wording }));
    throw thrown;
  }
}
