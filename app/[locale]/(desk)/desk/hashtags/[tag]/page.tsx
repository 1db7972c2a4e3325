import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { SampleNotice } from "#components/evidence/sample-notice";
import { BusiestAccounts } from "#components/spread/busiest-accounts";
import { ExportLinks } from "#components/spread/export-links";
import { PeriodForm } from "#components/spread/period-form";
import { SectionLoading } from "#components/spread/section-loading";
import { SharedPhrasings } from "#components/spread/shared-phrasings";
import { SpreadCharts } from "#components/spread/spread-charts";
import { spreadHref } from "#components/spread/spread-href";
import { SpreadLead } from "#components/spread/spread-lead";
import { TIES_ID } from "#components/spread/window-choice";
import { Card } from "#components/ui/card";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { requireUser } from "#lib/auth/session";
import { segment } from "#lib/core/text/segment";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { spreadQuery } from "#lib/schemas/spread-query";
import { getHashtag } from "#lib/services/hashtags/get-hashtag";
import { orNotFound } from "../../or-not-found";
import { searchHref } from "../../search/search-href";
import { HashtagCaptures } from "./hashtag-captures";
import { HashtagTies } from "./hashtag-ties";
import { HashtagsBeside } from "./hashtags-beside";

type Props = {
  params: Promise<{ locale: string; tag: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tag } = await params;
  return { title: `#${segment(tag)}` };
}

export default async function HashtagPage({ params, searchParams }: Props) {
  const { locale, tag } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { spread: words, charts } = messages(locale);
  const query = spreadQuery.parse(await searchParams);
  const view = await orNotFound(getHashtag(user, segment(tag), query));
  const { spread, folded } = view;
  const place = { kind: "hashtag", folded } as const;
  const collected = view.captureCount > 0 ? words.collected.caption(view.captureCount) : words.collected.captionNone;
  return (
    <>
      <PageHeader
        kicker={words.hashtags.kicker}
        title={<bdi className="wrap-anywhere">#{view.text}</bdi>}
        lead={<SpreadLead locale={locale} spread={spread} />}
        actions={
          <LinkButton
            href={searchHref(locale, { hashtag: [folded], from: query.from, to: query.to, sort: "newest" })}
            prefetch={false}
            icon="search"
          >
            {words.searchThese}
          </LinkButton>
        }
      />
      {spread.busiest.some(({ platform }) => platform === "demo_square") && (
        <div className="mb-6">
          <SampleNotice locale={locale} />
        </div>
      )}
      <PeriodForm locale={locale} place={place} query={query} />
      {spread.posts === 0 ? (
        <p className="text-ink-soft">{words.period.nothing}</p>
      ) : (
        <div className="flex flex-col gap-10">
          <SpreadCharts
            locale={locale}
            spread={spread}
            collected={collected}
            wholeHref={spreadHref(locale, place, { ...query, whole: true })}
          />
          <Card title={words.busiest.title} aside={words.busiest.top(spread.busiest.length, spread.accounts)}>
            <BusiestAccounts locale={locale} accounts={spread.busiest} />
          </Card>
          <Card title={words.phrasings.title} aside={charts.sample}>
            <p className="mb-2 text-sm text-ink-soft">{words.phrasings.lead}</p>
            <SharedPhrasings locale={locale} phrasings={spread.phrasings} />
          </Card>
          <section id={TIES_ID} aria-label={words.ties.title} className="scroll-mt-4">
            <Card as="div" title={words.ties.title}>
              <Suspense key={JSON.stringify(query)} fallback={<SectionLoading locale={locale} />}>
                <HashtagTies locale={locale} user={user} folded={folded} query={query} />
              </Suspense>
            </Card>
          </section>
          <Card title={words.beside.title}>
            <Suspense key={JSON.stringify(query)} fallback={<SectionLoading locale={locale} />}>
              <HashtagsBeside locale={locale} user={user} folded={folded} query={query} />
            </Suspense>
          </Card>
          <Card title={words.collected.title}>
            <HashtagCaptures locale={locale} view={view} />
          </Card>
          <Card title={words.exports.title}>
            <ExportLinks locale={locale} place={place} query={query} />
          </Card>
        </div>
      )}
    </>
  );
}
