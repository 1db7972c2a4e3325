import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AccountLink } from "#components/spread/account-link";
import { tieHref } from "#components/spread/spread-href";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { requireUser } from "#lib/auth/session";
import type { PlatformId } from "#lib/core/captures/types";
import type { TieView } from "#lib/core/spread/views";
import { formatDuration } from "#lib/i18n/format";
import { isLocale, type Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type TieQuery, tieQuery } from "#lib/schemas/spread-query";
import { type FoundTie, getTie } from "#lib/services/accounts/get-tie";
import { listEditableCases } from "../captures/editable-cases";
import { SharedPosts } from "./shared-posts";
import { TieForm } from "./tie-form";
import { isNarrowed, TieNarrowed } from "./tie-narrowed";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).spread.tie.title } : {};
}

export default async function TiesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { tie: words } = messages(locale).spread;
  const query = tieQuery.parse(await searchParams);
  const isAsked = query.a !== "" && query.b !== "";
  const found = isAsked ? await getTie(user, query) : null;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <TieForm locale={locale} query={query} />
      {isNarrowed(query) && (
        <TieNarrowed
          locale={locale}
          query={query}
          hashtag={found && "tie" in found ? found.tie.hashtag : query.hashtag}
        />
      )}
      {!found && <p className="text-ink-soft">{words.start}</p>}
      {found && "problem" in found && <Problem locale={locale} found={found} query={query} />}
      {found && "tie" in found && (
        <Tie locale={locale} tie={found.tie} query={query} cases={await listEditableCases(user, locale)} />
      )}
    </>
  );
}

type Problems = Extract<FoundTie, { problem: string }>;

function Problem({ locale, found, query }: { locale: Locale; found: Problems; query: TieQuery }) {
  const { spread, evidence } = messages(locale);
  const { problem, typed, candidates } = found;
  if (problem !== "several") {
    return <Notice tone="warn">{problem === "same" ? spread.tie.same : spread.tie.missing(typed)}</Notice>;
  }
  const href = (place: string) => {
    const { page: _, ...asked } = { ...query, [typed === query.a ? "a" : "b"]: place };
    const pairs = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return `/${locale}/desk/ties?${new URLSearchParams(pairs)}`;
  };
  return (
    <Notice tone="warn">
      {spread.tie.several(typed)}{" "}
      {candidates.map(({ platform, handle }) => (
        <Link key={platform} href={href(`${platform}/${handle}`)} className="me-4 prose-link">
          {evidence.platform[platform as PlatformId] ?? platform}
        </Link>
      ))}
    </Notice>
  );
}

type TieProps = { locale: Locale; tie: TieView; query: TieQuery; cases: { id: string; title: string }[] };

function Tie({ locale, tie, query, cases }: TieProps) {
  const { spread, charts } = messages(locale);
  const { tie: words, ties } = spread;
  const { a, b, phrasings, closePairs, smallestGapMs, shared, page, pages } = tie;
  const href = (to: number) => (to < 1 || to > pages ? null : tieHref(locale, a, b, { ...query, page: to }));
  return (
    <section aria-label={words.kicker}>
      <p className="mb-1 font-serif text-2xl">
        <AccountLink locale={locale} account={a} /> <span aria-hidden="true">·</span>{" "}
        <AccountLink locale={locale} account={b} />
      </p>
      <p className="text-base text-ink-soft">
        {phrasings === 0 ? (
          words.none
        ) : (
          <>
            <strong className="font-semibold text-ink">{words.found(phrasings)}</strong> · {words.pairs(closePairs)} ·{" "}
            {ties.within[query.window]}
            {smallestGapMs !== null &&
              ` · ${smallestGapMs < 1_000 ? words.closestTogether : words.closest(formatDuration(locale, smallestGapMs))}`}
          </>
        )}
      </p>
      <p className="text-sm text-ink-faint">
        {charts.sample} {tie.isCut && words.cut}
      </p>
      <ol className="mt-6 flex flex-col gap-8">
        {shared.map((one) => (
          <li key={one.phrasing.id}>
            <SharedPosts locale={locale} a={a} b={b} shared={one} cases={cases} isNarrowed={isNarrowed(query)} />
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <Pager
          label={spread.pages}
          position={spread.position(page, pages)}
          previous={{ label: spread.previous, href: href(page - 1) }}
          next={{ label: spread.next, href: href(page + 1) }}
        />
      )}
    </section>
  );
}
