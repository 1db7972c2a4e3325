import Link from "next/link";
import { CaptureThumb } from "#components/captures/capture-thumb";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { CaptureCause } from "#components/time/capture-cause";
import { ChangeDetails } from "#components/time/change-details";
import { ChangeMarks } from "#components/time/change-marks";
import { Time } from "#components/ui/time";
import type { TimelineEntry as Entry } from "#lib/core/captures/timeline-views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { BeforeAfter } from "./before-after";

/** One capture of the source: when, what it holds, who asked, and what was different from the one before. */
export function TimelineEntry({ locale, entry }: { locale: Locale; entry: Entry }) {
  const { time } = messages(locale);
  return (
    <li className="relative border-s-2 border-hairline ps-5 pb-7 last:pb-0">
      <span
        aria-hidden="true"
        className="absolute -start-[0.4rem] top-1.5 size-2.5 rounded-full border-2 border-paper bg-ink"
      />
      <div className="flex gap-3">
        <CaptureThumb picture={entry.picture} />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={`/${locale}/desk/captures/${entry.id}`} className="font-semibold hover:underline">
              <Time locale={locale} at={entry.finishedAt} />
            </Link>
            <OutcomeMark locale={locale} outcome={entry.outcome} />
          </p>
          <p className="text-sm text-ink-faint">
            <CaptureCause locale={locale} cause={entry} requestedBy={entry.requestedBy} />
            {entry.way !== "browser" && ` · ${time.way[entry.way]}`}
          </p>
        </div>
      </div>
      <div className="mt-2.5 flex flex-col gap-4">
        {entry.changes.map((change) => (
          <div key={change.id} className="border-t border-hairline pt-2.5">
            <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <ChangeMarks locale={locale} kinds={change.kinds} />
              <span className="text-sm text-ink-faint">
                {time.since}{" "}
                <Link href={`/${locale}/desk/captures/${change.from.captureId}`} className="hover:underline">
                  <Time locale={locale} at={change.from.at} />
                </Link>
              </span>
            </div>
            <ChangeDetails locale={locale} change={change} language={entry.language} />
            <BeforeAfter locale={locale} change={change} entry={entry} />
          </div>
        ))}
        {entry.changes.length === 0 && <p className="text-sm text-ink-soft">{nothingToSay(locale, entry)}</p>}
      </div>
    </li>
  );
}

function nothingToSay(locale: Locale, { comparison }: Entry): string {
  const { time } = messages(locale);
  if (comparison === "says_nothing") return time.notCompared;
  return comparison === "first" ? time.firstOfWay : time.noChange;
}
