import { formatTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotCapture } from "#lib/schemas/case-snapshot";

/** What later looks showed of the original, as far as the case knew when it was published. */
export function LaterLine({ capture, locale }: { capture: SnapshotCapture; locale: Locale }) {
  const { later } = capture;
  if (!later) return null;
  const { common, reader } = messages(locale);
  const when = formatTime(locale, later.at);
  return (
    <p className="text-sm text-warn">
      {later.state === "changed"
        ? reader.exhibit.laterChanged(when)
        : reader.exhibit.laterGone(when, common.outcome[later.outcome])}
    </p>
  );
}
