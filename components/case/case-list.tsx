import { findWords, languageOf, Words } from "#components/case/words";
import { SampleMark } from "#components/evidence/sample-notice";
import { VerdictStamp } from "#components/evidence/verdict-stamp";
import { cx } from "#components/ui/cx";
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

/** The verdicts given, each with how many claims it was given to. */
function Verdicts({ item, locale }: { item: PublicCaseSummary; locale: Locale }) {
  const t = messages(locale).reader.site;
  if (item.status === "retracted") return <Mark tone="bad">{t.retracted}</Mark>;
  return (
    <ul className="flex flex-wrap items-center gap-x-5 gap-y-2.5">
      {countVerdicts(item.claims).map(([verdict, count]) => (
        <li key={verdict} className="flex items-center gap-2.5 whitespace-nowrap">
          <VerdictStamp verdict={verdict} locale={locale} />
          {item.claims.length > 1 ? <span className="text-sm text-ink-soft">{t.claims(count)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

type TeaserProps = {
  item: PublicCaseSummary;
  locale: Locale;
  /** The newest case file is set across the whole page. */
  isLead?: boolean;
};

function Teaser({ item, locale, isLead }: TeaserProps) {
  const t = messages(locale).reader.site;
  const contentLocale = item.absentLocale === locale ? otherLocale(locale) : locale;
  const hasPlace = findWords(item.place, contentLocale) !== null;
  return (
    <article className={cx("flex flex-col", !isLead && "border-t border-hairline pt-4 pb-8")}>
      <p className="kicker mb-1.5 text-ink-faint">
        <Words text={item.place} locale={contentLocale} />
        {hasPlace && item.incidentDate ? " · " : null}
        {item.incidentDate ? <Day locale={locale} date={item.incidentDate} /> : null}
      </p>
      <div {...languageOf(contentLocale, locale)}>
        <h2
          className={cx(
            "font-serif font-semibold",
            isLead ? "max-w-[22ch] text-3xl sm:text-4xl lg:text-5xl" : "text-2xl",
          )}
        >
          <a className="decoration-1 underline-offset-[0.15em] hover:underline" href={casePath(locale, item.slug)}>
            <Words text={item.title} locale={contentLocale} />
          </a>
        </h2>
        {findWords(item.standfirst, contentLocale) ? (
          <p className={cx("mt-3 max-w-measure font-serif text-ink-soft", isLead ? "text-xl" : "text-lg")}>
            <Words text={item.standfirst} locale={contentLocale} />
          </p>
        ) : null}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2.5">
        <Verdicts item={item} locale={locale} />
        {item.isSample ? <SampleMark locale={locale} /> : null}
        <p className="text-sm text-ink-faint">
          {t.published} <Day locale={locale} date={item.firstPublishedAt.slice(0, 10)} />
        </p>
      </div>
    </article>
  );
}

/** The front page: the newest case file leads, the others follow in two columns. */
export function CaseList({ cases, locale }: { cases: readonly PublicCaseSummary[]; locale: Locale }) {
  const t = messages(locale).reader.site;
  const lead = cases.find((item) => item.status === "published");
  return (
    <>
      <header className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 sm:mb-10">
        <h1 className="font-serif text-xl text-ink-soft">{t.indexLead}</h1>
        {cases.length > 0 ? <p className="text-sm text-ink-faint">{t.count(cases.length)}</p> : null}
      </header>
      {lead ? <Teaser item={lead} locale={locale} isLead /> : null}
      {cases.length > 0 ? (
        <div className="mt-10 grid gap-x-12 md:grid-cols-2">
          {cases
            .filter((item) => item !== lead)
            .map((item) => (
              <Teaser key={item.slug} item={item} locale={locale} />
            ))}
        </div>
      ) : (
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
      )}
    </>
  );
}
