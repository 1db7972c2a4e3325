import { CaseHeader } from "#components/case/case-header";
import { Check } from "#components/case/check";
import { Cite } from "#components/case/cite";
import { Claims } from "#components/case/claims";
import { Contents } from "#components/case/contents";
import { Corrections } from "#components/case/corrections";
import { ExhibitDetail } from "#components/case/exhibit-detail";
import { ExhibitFigure } from "#components/case/exhibit-figure";
import { References } from "#components/case/references";
import { Section } from "#components/case/section";
import { Story } from "#components/case/story";
import { Timeline } from "#components/case/timeline";
import { findWords, languageOf, Passage } from "#components/case/words";
import { SampleNotice } from "#components/evidence/sample-notice";
import { Notice } from "#components/ui/notice";
import type { ProofFacts } from "#lib/core/evidence/proof-facts";
import { type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { PublicRevision } from "#lib/schemas/public-case";

type CasePageProps = {
  revision: PublicRevision;
  locale: Locale;
  /** Of the site, without a trailing slash: permanent addresses are written out. */
  origin: string;
  /** How each capture is proved now; the frozen revision cannot know of a token that came later. */
  proofs: Readonly<Record<string, ProofFacts>>;
};

/** The language a case file is read in: the page's, unless the newsroom said that it will not be written. */
export function contentLocaleOf(snapshot: PublicRevision["snapshot"], locale: Locale): Locale {
  return snapshot.absentLocale === locale ? otherLocale(locale) : locale;
}

/** A published case file whole, from its frozen revision alone. Reads without JavaScript, prints as an article. */
export function CasePage({ revision, locale, origin, proofs }: CasePageProps) {
  const { snapshot, sha256 } = revision;
  const t = messages(locale).reader;
  const contentLocale = contentLocaleOf(snapshot, locale);
  const shared = { locale, contentLocale };
  const language = languageOf(contentLocale, locale);
  const story = snapshot.story[contentLocale] ?? snapshot.story[otherLocale(contentLocale)];
  const exhibits = new Map(snapshot.exhibits.map((exhibit) => [exhibit.id, exhibit]));
  const title = findWords(snapshot.title, contentLocale)?.text ?? snapshot.slug;
  const sections = [
    ...(story ? [{ id: "story", title: t.case.story }] : []),
    { id: "claims", title: t.case.verdicts },
    ...(snapshot.timeline.length > 0 ? [{ id: "timeline", title: t.case.timeline }] : []),
    { id: "evidence", title: t.case.exhibits },
    { id: "how-we-know", title: t.case.howWeKnow },
    { id: "not-established", title: t.case.notEstablished },
    { id: "corrections", title: t.case.corrections },
    { id: "cite", title: t.cite.title },
    { id: "check", title: t.check.title },
  ].filter(({ id }) => {
    if (id === "how-we-know") return findWords(snapshot.howWeKnow, contentLocale);
    if (id === "not-established") return findWords(snapshot.notEstablished, contentLocale);
    return true;
  });
  const body: Record<string, React.ReactNode> = {
    story: story ? (
      <div {...language}>
        <Story
          doc={story}
          exhibit={(id) => {
            const exhibit = exhibits.get(id);
            return exhibit ? <ExhibitFigure exhibit={exhibit} {...shared} /> : null;
          }}
        />
        <References doc={story} title={t.case.references} />
      </div>
    ) : null,
    claims: <Claims claims={snapshot.claims} exhibits={snapshot.exhibits} {...shared} />,
    timeline: (
      <div {...language}>
        <Timeline entries={snapshot.timeline} {...shared} />
      </div>
    ),
    evidence:
      snapshot.exhibits.length > 0 ? (
        <div className="space-y-12">
          {snapshot.exhibits.map((exhibit) => (
            <ExhibitDetail key={exhibit.id} exhibit={exhibit} proofs={proofs} {...shared} />
          ))}
          <p className="text-sm text-ink-faint">{messages(locale).evidence.proofsNow}</p>
        </div>
      ) : (
        <p className="text-base text-ink-soft">{t.case.noExhibits}</p>
      ),
    "how-we-know": (
      <Passage text={snapshot.howWeKnow} locale={contentLocale} className="space-y-4 font-serif text-reading" />
    ),
    "not-established": (
      <Passage text={snapshot.notEstablished} locale={contentLocale} className="space-y-4 font-serif text-reading" />
    ),
    corrections: <Corrections snapshot={snapshot} {...shared} />,
    cite: (
      <Cite
        facts={{
          title,
          slug: snapshot.slug,
          number: snapshot.revision.number,
          publishedAt: snapshot.revision.publishedAt,
          firstPublishedAt: snapshot.firstPublishedAt,
        }}
        sha256={sha256}
        origin={origin}
        locale={locale}
      />
    ),
    check: (
      <Check
        slug={snapshot.slug}
        revisionNumber={snapshot.revision.number}
        revisionSha256={sha256}
        exhibits={snapshot.exhibits}
        origin={origin}
        locale={locale}
      />
    ),
  };
  return (
    <article>
      {snapshot.isSample ? (
        <div className="mb-6">
          <SampleNotice locale={locale} />
        </div>
      ) : null}
      {contentLocale !== locale ? <Notice className="mb-6">{t.case.absent}</Notice> : null}
      <CaseHeader snapshot={snapshot} {...shared} />
      <div className="mt-10 grid gap-x-16 lg:grid-cols-[minmax(0,1fr)_14rem]">
        <div className="min-w-0 space-y-12">
          {sections.map(({ id, title: heading }) => (
            <Section key={id} id={id} title={heading} wide={id === "evidence"}>
              {id === "how-we-know" || id === "not-established" ? <div {...language}>{body[id]}</div> : body[id]}
            </Section>
          ))}
        </div>
        <Contents title={t.case.contents} sections={sections} />
      </div>
    </article>
  );
}
