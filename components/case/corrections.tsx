import { Passage } from "#components/case/words";
import { Time } from "#components/ui/time";
import { casePath } from "#lib/core/cases/case-path";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";

type CorrectionsProps = { snapshot: CaseSnapshot; locale: Locale; contentLocale: Locale };

/** Every public change with its date and note, newest first, and the way to what stood there before. */
export function Corrections({ snapshot, locale, contentLocale }: CorrectionsProps) {
  const t = messages(locale).reader.case;
  if (snapshot.corrections.length === 0) return <p className="text-base text-ink-soft">{t.noCorrections}</p>;
  return (
    <ol className="space-y-5">
      {snapshot.corrections.toReversed().map((each) => (
        <li key={each.number} className="border-s-2 border-stamp ps-4">
          <p className="text-sm text-ink-soft">
            <span className="font-semibold">{each.kind === "retraction" ? t.retraction : t.correction}</span>
            {" · "}
            <Time locale={locale} at={each.publishedAt} />
            {snapshot.status === "retracted" ? null : (
              <>
                {" · "}
                {[each.number, each.number - 1].map((number, at) => (
                  <span key={number}>
                    {at > 0 ? " · " : null}
                    <a className="prose-link print:after:content-none!" href={casePath(locale, snapshot.slug, number)}>
                      {t.revisionNumber(number)}
                    </a>
                  </span>
                ))}
              </>
            )}
          </p>
          <Passage text={each.note} locale={contentLocale} className="mt-1 space-y-2 text-base" />
        </li>
      ))}
    </ol>
  );
}
