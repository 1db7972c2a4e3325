import { contentLocaleOf } from "#components/case/case-page";
import { Corrections } from "#components/case/corrections";
import { languageOf, Passage, Words } from "#components/case/words";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";

/** What stays of a retracted case file: that it existed, when and why it was withdrawn. */
export function Tombstone({ snapshot, locale }: { snapshot: CaseSnapshot; locale: Locale }) {
  const t = messages(locale).reader;
  const contentLocale = contentLocaleOf(snapshot, locale);
  const note = snapshot.corrections.findLast((each) => each.kind === "retraction")?.note ?? {};
  return (
    <article className="max-w-measure border-t-4 border-stamp pt-6">
      <h1 className="font-serif text-3xl font-semibold sm:text-4xl">{t.retracted.title}</h1>
      <p className="mt-4 font-serif text-reading text-ink-soft">{t.retracted.body}</p>
      <div {...languageOf(contentLocale, locale)}>
        <Passage
          text={note}
          locale={contentLocale}
          className="mt-6 space-y-4 border-s-2 border-stamp ps-5 font-serif text-reading"
        />
      </div>
      <dl className="mt-8 grid gap-x-6 gap-y-2 text-base sm:grid-cols-[8rem_1fr]">
        <dt className="text-ink-faint">{t.retracted.was}</dt>
        <dd>
          <s>
            <Words text={snapshot.title} locale={contentLocale} />
          </s>
        </dd>
        <dt className="text-ink-faint">{t.case.published}</dt>
        <dd>
          <Time locale={locale} at={snapshot.firstPublishedAt} />
        </dd>
        <dt className="text-ink-faint">{t.retracted.on}</dt>
        <dd>
          <Time locale={locale} at={snapshot.revision.publishedAt} />
        </dd>
      </dl>
      {snapshot.corrections.length > 1 ? (
        <section aria-labelledby="corrections-title" className="mt-10 border-t border-ink pt-4">
          <h2 id="corrections-title" className="mb-4 font-serif text-2xl font-semibold">
            {t.case.corrections}
          </h2>
          <Corrections snapshot={snapshot} locale={locale} contentLocale={contentLocale} />
        </section>
      ) : null}
    </article>
  );
}
