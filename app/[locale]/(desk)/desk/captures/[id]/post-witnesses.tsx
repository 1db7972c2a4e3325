import { TextChange } from "#components/time/text-change";
import { Time } from "#components/ui/time";
import type { Disagreement, Witness } from "#lib/core/posts/post-details";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ObservationView } from "#lib/services/captures/observation-view";

type Details = ObservationView["details"];

/** Who was asked beside the page and how that went, then every field that is stated differently. */
export function PostWitnesses({ locale, details }: { locale: Locale; details: Details }) {
  const { postDetails: words } = messages(locale);
  const { witnesses = [], disagreements = [] } = details;
  return (
    <>
      {witnesses.length > 0 && (
        <div className="mt-4 text-sm">
          <h3 className="font-semibold">{words.witnesses}</h3>
          <ul>
            {witnesses.map(({ witness, problem }) => (
              <li key={witness}>
                <span className="font-medium">{words.witness[witness]}</span>:{" "}
                {problem === null ? words.witnessOk : words.witnessProblem[problem]}
              </li>
            ))}
          </ul>
        </div>
      )}
      {disagreements.length > 0 && (
        <section className="mt-6 border-s-3 border-warn bg-sheet px-4 py-3">
          <h3 className="font-semibold">{words.disagreements}</h3>
          <p className="max-w-measure text-sm text-ink-soft">{words.disagreementsLead}</p>
          {disagreements.map((one) => (
            <DisagreementView key={one.field} locale={locale} disagreement={one} />
          ))}
        </section>
      )}
    </>
  );
}

function DisagreementView({ locale, disagreement: { field, values } }: { locale: Locale; disagreement: Disagreement }) {
  const { postDetails: words } = messages(locale);
  const camps = [...Map.groupBy(values, ({ value }) => value)];
  const first = camps[0]?.[0] ?? "";
  const isText = field === "text" || field === "authorName";
  return (
    <div className="mt-4">
      <h4 className="text-sm font-semibold text-ink-faint">{words.compared[field]}</h4>
      <dl className="mt-1 flex flex-col gap-3">
        {camps.map(([value, said]) => (
          <div key={value}>
            <dt className="text-sm text-ink-soft">{namesOf(locale, said)}</dt>
            <dd>
              <Value locale={locale} field={field} value={value} />
              {isText && value !== first && (
                <div className="mt-1">
                  <p className="text-sm text-ink-faint">{words.difference}</p>
                  <TextChange locale={locale} before={first} after={value} />
                </div>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Value({ locale, field, value }: { locale: Locale; field: Disagreement["field"]; value: string }) {
  // A witness that gives only the date is shown with only the date.
  if (field === "postedAt" && value.length > 10) return <Time locale={locale} at={value} />;
  if (field === "text") {
    return (
      <p dir="auto" className="max-w-measure text-start font-serif text-lg wrap-anywhere whitespace-pre-line">
        {value}
      </p>
    );
  }
  return <bdi>{value}</bdi>;
}

function namesOf(locale: Locale, said: readonly { witness: Witness }[]): string {
  const { postDetails: words } = messages(locale);
  return said.map(({ witness }) => words.witness[witness]).join(locale === "ar" ? "؛ " : "; ");
}
