import { findWords, languageOf, Words } from "#components/case/words";
import { SampleMark } from "#components/evidence/sample-notice";
import { VerdictStamp } from "#components/evidence/verdict-stamp";
import { EmptyState } from "#components/ui/empty-state";
import { Mark } from "#components/ui/mark";
import { Day } from "#components/ui/time";
import { casePath } from "#lib/core/cases/case-path";
import type { Verdict } from "#lib/core/cases/verdicts";
import { type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { PublicCaseSummary } from "#lib/schemas/public-case";

/** How often each verdict was given, in the order of the claims. */
function countVerdicts(claims: PublicCaseSummary["claims"]): [Verdict, number][] {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of claims) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts];
}

function CaseTeaser({ item, locale, isLead }: { item: PublicCaseSummary; locale: Locale; isLead: boolean }) {
  const t = messages(locale).reader;
  const contentLocale = item.absentLocale === locale ? otherLocale(locale) : locale;
  const language = languageOf(contentLocale, locale);
  return (
    <article className="grid gap-x-10 gap-y-3 border-t border-hairline py-6 first:border-ink md:grid-cols-[minmax(0,1fr)_13rem]">
      <div className="min-w-0">
        <p className="kicker mb-1.5 text-ink-faint">
          <Words text={item.place} locale={contentLocale} />
          {findWords(item.place, contentLocale) && item.incidentDate ? " · " : null}
          {item.incidentDate ? <Day locale={locale} date={item.incidentDate} /> : null}
        </p>
        <div {...language}>
          <h2
            className={isLead ? "font-serif text-3xl font-semibold sm:text-4xl" : "font-serif text-2xl font-semibold"}
          >
            <a
              className="hover:underline hover:decoration-1 hover:underline-offset-4"
              href={casePath(locale, item.slug)}
            >
              <Words text={item.title} locale={contentLocale} />
            </a>
          </h2>
          {item.status === "published" ? (
            <p className="mt-2 max-w-measure font-serif text-lg text-ink-soft">
              <Words text={item.standfirst} locale={contentLocale} />
            </p>
          ) : null}
        </div>
      </div>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2.5 md:flex-col md:pt-7">
        {item.status === "retracted" ? <Mark tone="bad">{t.site.retracted}</Mark> : null}
        {item.isSample ? <SampleMark locale={locale} /> : null}
        <ul className="flex flex-wrap gap-x-4 gap-y-2.5 md:flex-col">
          {countVerdicts(item.claims).map(([verdict, count]) => (
            <li key={verdict} className="flex items-center gap-2.5">
              <VerdictStamp verdict={verdict} locale={locale} />
              {item.claims.length > 1 ? <span className="text-sm text-ink-soft">{t.site.claims(count)}</span> : null}
            </li>
          ))}
        </ul>
        <p className="text-sm text-ink-faint">
          {t.site.published} <Day locale={locale} date={item.firstPublishedAt.slice(0, 10)} />
        </p>
      </div>
    </article>
  );
}

/** The front page's list; the newest case file leads. */
export function CaseList({ cases, locale }: { cases: readonly PublicCaseSummary[]; locale: Locale }) {
  const t = messages(locale).reader.site;
  return (
    <>
      <header className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h1 className="font-serif text-xl">{t.indexLead}</h1>
        {cases.length > 0 ? <p className="text-sm text-ink-faint">{t.count(cases.length)}</p> : null}
      </header>
      {cases.length === 0 ? (
        <EmptyState
          icon="cases"
          title={t.empty}
          action={
            <a className="prose-link text-base" href={`/${locale}/about`}>
              {t.about}
            </a>
          }
        >
          <p>{t.emptyNext}</p>
        </EmptyState>
      ) : (
        cases.map((item, at) => <CaseTeaser key={item.slug} item={item} locale={locale} isLead={at === 0} />)
      )}
    </>
  );
}
