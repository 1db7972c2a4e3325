import { VerdictRow } from "#components/case/claims";
import { findWords, languageOf, Words } from "#components/case/words";
import { Day, Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";

type HeaderProps = { snapshot: CaseSnapshot; locale: Locale; contentLocale: Locale };

/** Kicker, headline, standfirst, verdicts: on a phone all within the first screen. */
export function CaseHeader({ snapshot, locale, contentLocale }: HeaderProps) {
  const t = messages(locale).reader.case;
  const { title, standfirst, place, incidentDate, claims, revision, firstPublishedAt } = snapshot;
  return (
    <header className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <div>
        <p className="kicker mb-2 text-stamp">
          {t.kicker}
          {findWords(place, contentLocale) ? " · " : null}
          <Words text={place} locale={contentLocale} />
          {incidentDate ? " · " : null}
          {incidentDate ? <Day locale={locale} date={incidentDate} /> : null}
        </p>
        <div {...languageOf(contentLocale, locale)}>
          <h1 className="font-serif text-3xl font-semibold sm:text-4xl lg:text-5xl">
            <Words text={title} locale={contentLocale} />
          </h1>
          <p className="mt-4 max-w-measure font-serif text-lg text-ink-soft sm:text-xl">
            <Words text={standfirst} locale={contentLocale} />
          </p>
        </div>
        <p className="mt-4 hidden text-sm text-ink-faint lg:block">
          {t.published} <Time locale={locale} at={firstPublishedAt} />
          {revision.number > 1 ? (
            <>
              {" · "}
              {t.revisionNumber(revision.number)}: <Time locale={locale} at={revision.publishedAt} />
            </>
          ) : null}
        </p>
      </div>
      <div className="lg:pt-8">
        <VerdictRow claims={claims} locale={locale} contentLocale={contentLocale} />
        <p className="mt-3 text-sm text-ink-faint lg:hidden">
          {t.published} <Time locale={locale} at={firstPublishedAt} />
        </p>
      </div>
    </header>
  );
}
