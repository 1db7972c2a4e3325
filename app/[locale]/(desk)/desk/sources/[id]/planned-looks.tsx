import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { Time } from "#components/ui/time";
import type { SourceTimeline } from "#lib/core/captures/timeline-views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { StopOrResume } from "./timeline-actions";

type Props = { locale: Locale; timeline: SourceTimeline; now: Date };

/** The looks at a source that are still to come, and the way to stop or resume them. */
export function PlannedLooks({ locale, timeline, now }: Props) {
  const { captures, time } = messages(locale);
  const { looks, source, isScheduleOn } = timeline;
  const isStopped = looks.some((look) => look.isStopped);
  return (
    <Card
      title={time.looks}
      aside={looks.length > 0 && <StopOrResume locale={locale} sourceId={source.id} isStopped={isStopped} />}
    >
      {isStopped ? (
        <Notice tone="warn" className="mb-3">
          {time.stopped}
        </Notice>
      ) : (
        <p className="mb-3 text-sm text-ink-soft">
          {looks.length > 0 ? time.looksLead : isScheduleOn ? time.noLooks : time.looksOff}
        </p>
      )}
      {looks.length > 0 && (
        <ol className="border-t border-hairline">
          {looks.map((look) => (
            <li key={look.id} className="border-b border-hairline py-2">
              <p className={look.isStopped ? "text-ink-faint line-through" : undefined}>
                <Time locale={locale} at={look.dueAt} />
              </p>
              <p className="text-sm text-ink-faint">
                {!look.isStopped && Date.parse(look.dueAt) <= now.getTime() && (
                  <span className="font-semibold text-warn">{time.due} · </span>
                )}
                {time.after(look.step)} · {captures.askedBy} <bdi>{look.requestedBy}</bdi>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
