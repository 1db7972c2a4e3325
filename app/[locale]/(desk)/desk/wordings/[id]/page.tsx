import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "#components/ui/card";
import { LinkButton } from "#components/ui/link-button";
import { PageHeader } from "#components/ui/page-header";
import { TimeStrip } from "#components/wordings/time-strip";
import { WordingCounts } from "#components/wordings/wording-counts";
import { WordingPosts } from "#components/wordings/wording-posts";
import { requireUser } from "#lib/auth/session";
import { textDirection } from "#lib/core/text/direction";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { findSameWording } from "#lib/services/search/find-same-wording";
import { WordingAccounts } from "./wording-accounts";
import { WordingFacts } from "./wording-facts";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).search.wording.title } : {};
}

export default async function WordingPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { wording } = messages(locale).search;
  const same = await findSameWording(user, { wordingId: id });
  if (!same) notFound();
  const firstWords = `"${same.text.replaceAll(/["“”«»„‟]/gu, " ").slice(0, 300)}"`;
  return (
    <>
      <PageHeader
        title={wording.title}
        lead={wording.lead}
        actions={
          <LinkButton href={`/${locale}/desk/search?${new URLSearchParams({ q: firstWords })}`} icon="search">
            {wording.find}
          </LinkButton>
        }
      />
      <figure className="mb-8">
        <figcaption className="kicker mb-2 text-ink-faint">{wording.text}</figcaption>
        <blockquote
          dir={textDirection(same.text)}
          lang={same.language ?? undefined}
          className="max-w-measure border-s-3 border-stamp ps-4 text-start font-serif text-xl leading-(--lead-reading) wrap-anywhere whitespace-pre-line"
        >
          {same.text}
        </blockquote>
      </figure>
      <div className="flex flex-col gap-8">
        <section className="flex flex-col gap-4">
          <WordingCounts locale={locale} same={same} />
          <TimeStrip locale={locale} times={same.posts.flatMap((post) => post.postedAt ?? [])} />
          <WordingFacts locale={locale} same={same} />
        </section>
        <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_18rem]">
          <Card title={wording.list}>
            <WordingPosts locale={locale} posts={same.posts} />
          </Card>
          <Card title={wording.who}>
            <WordingAccounts locale={locale} accounts={same.accounts} />
          </Card>
        </div>
      </div>
    </>
  );
}
