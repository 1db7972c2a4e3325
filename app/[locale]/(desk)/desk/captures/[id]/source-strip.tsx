import Link from "next/link";
import { ChangeMarks } from "#components/time/change-marks";
import { Card } from "#components/ui/card";
import { LinkButton } from "#components/ui/link-button";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { getCapturePlace } from "#lib/services/sources/get-capture-place";

type Props = { locale: Locale; user: Actor; captureId: string };

/** Where a capture stands in its source's timeline: the captures before and after it, and what changed since. */
export async function SourceStrip({ locale, user, captureId }: Props) {
  const { time } = messages(locale);
  const place = await getCapturePlace(user, captureId);
  const neighbour = (label: string, capture: typeof place.before) => (
    <div className="min-w-0 border-t border-hairline pt-2">
      <p className="text-sm text-ink-faint">{label}</p>
      {capture ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link href={`/${locale}/desk/captures/${capture.id}`} className="prose-link">
            <Time locale={locale} at={capture.finishedAt} />
          </Link>
          {capture.changes.length > 0 && <ChangeMarks locale={locale} kinds={capture.changes} />}
        </div>
      ) : (
        <p className="text-ink-soft">{time.none}</p>
      )}
    </div>
  );
  return (
    <Card
      title={time.strip}
      aside={
        <LinkButton href={`/${locale}/desk/sources/${place.sourceId}`} size="sm" icon="clock">
          {time.open}
        </LinkButton>
      }
    >
      <p className="text-sm text-ink-soft">{time.stripOf(place.total)}</p>
      {(place.before || place.after) && (
        <div className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-2">
          {neighbour(time.previous, place.before)}
          {neighbour(time.next, place.after)}
        </div>
      )}
    </Card>
  );
}
