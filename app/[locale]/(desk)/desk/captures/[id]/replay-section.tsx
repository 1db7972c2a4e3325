import { ReplayFrame } from "#components/evidence/replay-frame";
import { Card } from "#components/ui/card";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ReplayState } from "#lib/services/replay/find-replay-state";

/** The recording of a capture: what trying it showed, and the recording itself on demand. Nothing where there is none. */
export function ReplaySection({ locale, replay }: { locale: Locale; replay: ReplayState }) {
  const words = messages(locale).replay;
  const { check, waczId } = replay;
  if (!waczId) return null;
  return (
    <Card title={words.heading}>
      <p className="max-w-measure">{words.check[check?.result ?? "pending"]}</p>
      {check && (
        <p className="mt-1 text-sm text-ink-soft">
          {words.checkedAt} <Time locale={locale} at={check.at} /> {words.checkedWith} <bdi>{check.details.viewer}</bdi>{" "}
          · <bdi>{check.details.browser}</bdi>
          {check.details.expected > 0 && <> · {words.found(check.details.found.length, check.details.expected)}</>}
        </p>
      )}
      {check && check.details.missing.length > 0 && (
        <div className="mt-2 text-sm">
          <p>{words.missing}</p>
          <ul className="ms-5 list-disc text-ink-soft">
            {check.details.missing.map((piece) => (
              <li key={piece}>
                <bdi className="wrap-anywhere">{piece}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="mt-3">
        <ReplayFrame locale={locale} address={`/api/artifacts/${waczId}`} />
      </div>
    </Card>
  );
}
