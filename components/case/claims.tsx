import { languageOf, Passage, Words } from "#components/case/words";
import { VerdictStamp } from "#components/evidence/verdict-stamp";
import { Day } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotClaim, SnapshotExhibit } from "#lib/schemas/case-snapshot";

export const claimAnchor = (number: number) => `claim-${number}`;

type ClaimsProps = { claims: readonly SnapshotClaim[]; locale: Locale; contentLocale: Locale };

/** The verdicts at a glance: each claim with its stamp, its owner and the way to the reasons. */
export function VerdictRow({ claims, locale, contentLocale }: ClaimsProps) {
  const t = messages(locale).reader.case;
  const numbered = claims.map((claim, at) => ({ claim, number: at + 1 }));
  return (
    <nav aria-label={t.verdicts} className="border-y border-ink">
      <ol className="divide-y divide-hairline">
        {numbered.map(({ claim, number }) => (
          <li key={claim.id} className="py-3">
            <VerdictStamp verdict={claim.verdict} locale={locale} size="sm" />
            <div className="mt-1" {...languageOf(contentLocale, locale)}>
              <a
                href={`#${claimAnchor(number)}`}
                className="font-serif text-lg font-medium leading-snug hover:underline"
              >
                <Words text={claim.statement} locale={contentLocale} />
              </a>
              <p className="mt-0.5 text-sm text-ink-soft">
                <Words text={claim.claimant} locale={contentLocale} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-6 sm:grid-cols-[8.5rem_1fr]">
      <dt className="text-sm font-semibold text-ink-soft sm:pt-0.5">{name}</dt>
      <dd className="min-w-0 text-base">{children}</dd>
    </div>
  );
}

type ClaimProps = {
  claim: SnapshotClaim;
  number: number;
  exhibits: readonly SnapshotExhibit[];
  locale: Locale;
  contentLocale: Locale;
};

/** One claim whole: who said it, when and where, where that can be seen, the verdict and its reasons. */
function ClaimDetail({ claim, number, exhibits, locale, contentLocale }: ClaimProps) {
  const t = messages(locale).reader;
  const shown = exhibits.find((exhibit) => exhibit.id === claim.citationExhibitId);
  const hasPlace = Boolean(claim.saidWhere.en || claim.saidWhere.ar);
  return (
    <article
      id={claimAnchor(number)}
      aria-label={t.case.claimNumber(number)}
      className="scroll-mt-6 break-inside-avoid-page"
      {...languageOf(contentLocale, locale)}
    >
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <VerdictStamp verdict={claim.verdict} locale={locale} />
        <p className="text-sm text-ink-faint">{t.case.claimNumber(number)}</p>
      </div>
      <h3 className="mb-4 font-serif text-xl font-semibold">
        <Words text={claim.statement} locale={contentLocale} />
      </h3>
      <dl className="space-y-3">
        <Fact name={t.case.saidBy}>
          <Words text={claim.claimant} locale={contentLocale} />
        </Fact>
        {claim.saidOn || hasPlace ? (
          <Fact name={t.case.said}>
            {claim.saidOn ? <Day locale={locale} date={claim.saidOn} /> : null}
            {claim.saidOn && hasPlace ? " · " : null}
            <Words text={claim.saidWhere} locale={contentLocale} />
          </Fact>
        ) : null}
        <Fact name={t.case.source}>
          <Words text={claim.citation} locale={contentLocale} />
          {claim.sourceUrl ? (
            <>
              {" "}
              <a
                className="prose-link print:after:content-none!"
                href={claim.sourceUrl}
                rel="noopener noreferrer nofollow external"
              >
                <bdi className="break-all">{claim.sourceUrl}</bdi>
              </a>
            </>
          ) : null}
          {shown ? (
            <>
              {" "}
              <a className="prose-link" href={`#exhibit-${shown.number}`}>
                {t.case.shownBy} {t.exhibit.number(shown.number)}
              </a>
            </>
          ) : null}
        </Fact>
        <Fact name={t.case.why}>
          <Passage text={claim.reasons} locale={contentLocale} className="space-y-2" />
        </Fact>
        <Fact name={t.case.settle}>
          <Passage text={claim.wouldSettle} locale={contentLocale} className="space-y-2" />
        </Fact>
      </dl>
    </article>
  );
}

/** Every claim with its reasons. */
export function Claims({ claims, exhibits, locale, contentLocale }: ClaimsProps & Pick<ClaimProps, "exhibits">) {
  const numbered = claims.map((claim, at) => ({ claim, number: at + 1 }));
  return (
    <div className="space-y-10">
      {numbered.map(({ claim, number }) => (
        <ClaimDetail
          key={claim.id}
          claim={claim}
          number={number}
          exhibits={exhibits}
          locale={locale}
          contentLocale={contentLocale}
        />
      ))}
    </div>
  );
}
