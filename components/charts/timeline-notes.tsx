import Link from "next/link";
import type { PostTimeline } from "#lib/core/spread/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** What a timeline leaves out and what its words mean. */
export function TimelineNotes({
  locale,
  timeline: { before, after, undated, uncompared },
  wholeHref,
}: {
  locale: Locale;
  timeline: PostTimeline;
  wholeHref: string | undefined;
}) {
  const words = messages(locale).charts.timeline;
  return (
    <>
      {words.meaning}
      {before + after > 0 && (
        <>
          {" "}
          {words.outside(before, after)}{" "}
          {wholeHref && (
            <Link href={wholeHref} prefetch={false} className="prose-link">
              {words.whole}
            </Link>
          )}
        </>
      )}
      {undated > 0 && ` ${words.undated(undated)}`}
      {uncompared > 0 && ` ${words.uncompared(uncompared)}`}
    </>
  );
}
