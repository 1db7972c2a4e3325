import { TextChange } from "#components/time/text-change";
import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import { Time } from "#components/ui/time";
import type { Disagreement, Witness } from "#lib/core/posts/post-details";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ObservationView } from "#lib/services/captures/observation-view";

type Details = ObservationView["details"];

/** What rounding and a slow clock explain (lib/adapters/platforms/x/x.ts notes what is more). */
export const MAX_CLOCK_GAP_SECONDS = 2;

/** Who was asked beside the page and how that went. */
export function PostWitnesses({ locale, details }: { locale: Locale; details: Details }) {
  const { postDetails: words } = messages(locale);
  const { witnesses = [] } = details;
  if (witnesses.length === 0) return null;
  return (
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
  );
}

/** What an editor must know before quoting the post: fields stated differently, and an id of another time. */
export function PostDoubts({ locale, details, className }: { locale: Locale; details: Details; className?: string }) {
  const { postDetails: words } = messages(locale);
  const { disagreements = [], idTimeDifferenceSeconds: gap } = details;
  const isTimeWrong = gap !== undefined && gap > MAX_CLOCK_GAP_SECONDS;
  if (disagreements.length === 0 && !isTimeWrong) return null;
  return (
    <section aria-labelledby="doubts" className={cx("border-s-3 border-warn bg-sheet px-4 py-3", className)}>
      <h2 id="doubts" className="font-serif text-xl font-semibold">
        {words.disagreements}
      </h2>
      {isTimeWrong && (
        <p className="mt-1 flex gap-1.5 text-warn">
          <Icon name="alert" className="mt-0.5" />
          <span>
            {words.idTime} {words.idTimeDiffers(gap)}
          </span>
        </p>
      )}
      {disagreements.length > 0 && (
        <p className="mt-1 max-w-measure text-sm text-ink-soft">{words.disagreementsLead}</p>
      )}
      {disagreements.map((one) => (
        <DisagreementView key={one.field} locale={locale} disagreement={one} />
      ))}
    </section>
  );
}

function DisagreementView({ locale, disagreement: { field, values } }: { locale: Locale; disagreement: Disagreement }) {
  const { postDetails: words } = messages(locale);
  const camps = [...Map.groupBy(values, ({ value }) => value)];
  const first = camps[0]?.[0] ?? "";
  const isText = field === "text" || field === "authorName";
  return (
    <div className="mt-4">
      <h3 className="text-sm font-semibold text-ink-faint">{words.compared[field]}</h3>
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
      <p
        dir={textDirection(value)}
        className="max-w-measure text-start font-serif text-lg wrap-anywhere whitespace-pre-line"
      >
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
