import Link from "next/link";
import { CaptureName } from "#components/captures/capture-row";
import { CaptureThumb } from "#components/captures/capture-thumb";
import { KindIcon } from "#components/captures/source-label";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { ChangeDetails } from "#components/time/change-details";
import { ChangeMarks } from "#components/time/change-marks";
import { Time } from "#components/ui/time";
import { NOTICED_KINDS } from "#lib/core/captures/compare-captures";
import type { ChangeNotice } from "#lib/core/captures/timeline-views";
import { holdsContent } from "#lib/core/captures/types";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { MarkSeen } from "./mark-seen";

type Props = { locale: Locale; notice: ChangeNotice; isShort?: boolean };

/** Something that was captured earlier and is gone or different now: picture, what it said, what happened, who saw that. */
export function ChangeNoticeRow({ locale, notice, isShort }: Props) {
  const { time } = messages(locale);
  const kinds = notice.kinds.filter((kind) => NOTICED_KINDS.includes(kind));
  const isBack = kinds.includes("unavailable") && holdsContent(notice.outcomeNow);
  const { outcome } = notice.details;
  return (
    <li className="flex flex-wrap gap-x-3 gap-y-2 border-b border-hairline py-3 sm:flex-nowrap">
      <CaptureThumb picture={notice.picture} />
      <div className="min-w-0 grow basis-0">
        <p className="flex min-w-0 items-baseline gap-1.5">
          <KindIcon locale={locale} kind={notice.source.kind} className="translate-y-[0.15em] text-ink-faint" />
          <Link
            href={`/${locale}/desk/sources/${notice.source.id}`}
            dir="auto"
            className="min-w-0 truncate font-semibold hover:underline"
          >
            <CaptureName capture={notice} />
          </Link>
        </p>
        {notice.excerpt && (
          <p
            dir={textDirection(notice.excerpt)}
            lang={notice.language ?? undefined}
            className="truncate text-start text-ink-soft"
          >
            {notice.excerpt}
          </p>
        )}
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-faint">
          <ChangeMarks locale={locale} kinds={kinds} />
          {outcome && isShort && kinds.includes("unavailable") && (
            <OutcomeMark locale={locale} outcome={outcome.after} />
          )}
          <Time locale={locale} at={notice.at} />
        </div>
        {isBack && <p className="mt-1 text-sm">{time.nowAgain}</p>}
        {!isShort && (
          <div className="mt-2">
            <ChangeDetails locale={locale} change={notice} language={notice.language} />
          </div>
        )}
        {notice.seenAt && (
          <p className="mt-1.5 text-sm text-ink-faint">
            {time.seenBy} <bdi>{notice.seenBy}</bdi> · <Time locale={locale} at={notice.seenAt} />
          </p>
        )}
      </div>
      <div className="shrink-0 max-sm:basis-full max-sm:ps-19">
        <MarkSeen locale={locale} changeId={notice.id} isSeen={notice.seenAt !== null} />
      </div>
    </li>
  );
}
