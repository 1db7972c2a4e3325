import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { SampleNotice } from "#components/evidence/sample-notice";
import { ExportLinks } from "#components/spread/export-links";
import { HashtagUses } from "#components/spread/hashtag-uses";
import { PeriodForm } from "#components/spread/period-form";
import { SectionLoading } from "#components/spread/section-loading";
import { SharedPhrasings } from "#components/spread/shared-phrasings";
import { SpreadCharts } from "#components/spread/spread-charts";
import { spreadHref, tieHref } from "#components/spread/spread-href";
import { SpreadLead } from "#components/spread/spread-lead";
import { TIES_ID } from "#components/spread/window-choice";
import { Card } from "#components/ui/card";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { requireUser } from "#lib/auth/session";
import type { PlatformId } from "#lib/core/captures/types";
import { segment } from "#lib/core/text/segment";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { spreadQuery } from "#lib/schemas/spread-query";
import { getAccount } from "#lib/services/accounts/get-account";
import { orNotFound } from "../../../or-not-found";
import { searchHref } from "../../../search/search-href";
import { AccountFacts } from "./account-facts";
import { AccountTies } from "./account-ties";

type Props = {
  params: Promise<{ locale: string; platform: string; handle: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle } = await params;
  return { title: `@${segment(handle)}` };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale, platform, handle } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { spread: words, charts, evidence } = messages(locale);
  const query = spreadQuery.parse(await searchParams);
  const asked = { platform: segment(platform), handle: segment(handle) };
  const account = await orNotFound(getAccount(user, asked, query));
  const { spread } = account;
  const place = { kind: "account", platform: account.platform, handle: account.handle } as const;
  return (
    <>
      <PageHeader
        kicker={`${words.accountPages.kicker} · ${evidence.platform[account.platform as PlatformId] ?? account.platform}`}
        title={
          <span className="wrap-anywhere">
            {account.name && (
              <>
                <bdi>{account.name}</bdi>{" "}
              </>
            )}
            <bdi dir="ltr" className={account.name ? "font-normal text-ink-faint" : undefined}>
              @{account.handle}
            </bdi>
          </span>
        }
        lead={<SpreadLead locale={locale} spread={spread} />}
        actions={
          <>
            <LinkButton
              href={searchHref(locale, {
                account: [account.handle],
                platform: [account.platform],
                from: query.from,
                to: query.to,
                sort: "newest",
              })}
              prefetch={false}
              icon="search"
            >
              {words.searchThese}
            </LinkButton>
            <LinkButton href={tieHref(locale, account, null)} prefetch={false}>
              {words.accountPages.compare}
            </LinkButton>
          </>
        }
      />
      {account.platform === "demo_square" && (
        <div className="mb-6">
          <SampleNotice locale={locale} />
        </div>
      )}
      <PeriodForm locale={locale} place={place} query={query} />
      <div className="flex flex-col gap-10">
        {spread.posts === 0 ? (
          <p className="text-ink-soft">{words.period.nothing}</p>
        ) : (
          <>
            <SpreadCharts
              locale={locale}
              spread={spread}
              collected={words.collected.accountCaption}
              wholeHref={spreadHref(locale, place, { ...query, whole: true })}
              isOneAccount
            />
            <Card title={words.phrasings.ofAccount} aside={charts.sample}>
              <p className="mb-2 text-sm text-ink-soft">{words.phrasings.lead}</p>
              <SharedPhrasings locale={locale} phrasings={spread.phrasings} isOneAccount />
            </Card>
            <section id={TIES_ID} aria-label={words.ties.ofAccount} className="scroll-mt-4">
              <Card as="div" title={words.ties.ofAccount}>
                <Suspense key={JSON.stringify(query)} fallback={<SectionLoading locale={locale} />}>
                  <AccountTies locale={locale} user={user} place={place} query={query} />
                </Suspense>
              </Card>
            </section>
            <Card title={words.beside.ofAccount}>
              <HashtagUses locale={locale} hashtags={account.hashtags} />
            </Card>
          </>
        )}
        <AccountFacts locale={locale} account={account} />
        <Card title={words.exports.title}>
          <ExportLinks locale={locale} place={place} query={query} />
        </Card>
      </div>
    </>
  );
}
