import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaptureDetail } from "#lib/services/captures/get-capture";

type Props = { locale: Locale; capture: CaptureDetail; isShort?: boolean };

/** What the capture holds in a sentence, what is missing from it, and what that rests on. */
export function CaptureOutcome({ locale, capture, isShort }: Props) {
  const { captures, evidence, platforms, signals } = messages(locale);
  // Nobody opened a page, so the sentences about pages are not true of it.
  const ofInterface = capture.way === "api" ? platforms.api.outcome[capture.outcome] : undefined;
  const { detail } = captures;
  return (
    <div className="mt-2">
      <p>{ofInterface ?? evidence.outcomeMeaning[capture.outcome]}</p>
      {capture.limitsHit.length > 0 && (
        <ul aria-label={detail.limits} className="mt-2 text-sm text-warn">
          {capture.limitsHit.map((code) => (
            <li key={code} className="flex gap-1.5">
              <Icon name="half" className="mt-0.5" /> {captures.limit[code] ?? code}
            </li>
          ))}
        </ul>
      )}
      {!isShort && capture.signals.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="text-ink-soft hover:underline">{detail.signals}</summary>
          <dl className="mt-1.5 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 border-s border-hairline ps-3">
            {capture.signals.map(({ signal, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: signals repeat and never move.
              <div key={index} className="col-span-2 grid grid-cols-subgrid">
                <dt className="text-ink-faint">
                  {signals.name[signal] ?? (
                    <bdi dir="ltr" className="font-mono text-[0.92em]">
                      {signal}
                    </bdi>
                  )}
                </dt>
                <dd className="wrap-anywhere">
                  <SignalValue locale={locale} signal={signal} value={value} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

/** A code of ours in words; what the site or the platform wrote, as it was. */
function SignalValue({ locale, signal, value }: { locale: Locale; signal: string; value: string }) {
  const { captures, common, errors, signals } = messages(locale);
  const words =
    signals.value[`${signal}:${value}`] ??
    (signal === "second_look" || signal === "tombstone"
      ? (common.outcome as Record<string, string>)[value]
      : undefined) ??
    (signal === "limit" ? captures.limit[value] : undefined) ??
    (signal === "attempt_failed" ? (errors as Record<string, string>)[value] : undefined) ??
    signals.value[value];
  return words === undefined ? <bdi>{value}</bdi> : <span>{words}</span>;
}
