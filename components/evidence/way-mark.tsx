import { Mark } from "#components/ui/mark";
import { Notice } from "#components/ui/notice";
import type { CaptureWay } from "#lib/core/captures/types";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; way: CaptureWay; className?: string };

/** Says at a glance that something was not captured the way everybody sees it; nothing for the open way. */
export function WayMark({ locale, way, className }: Props) {
  if (way === "browser") return null;
  return (
    <Mark tone="info" icon={way === "api" ? "list" : "lock"} className={className}>
      {messages(locale).platforms.mark[way]}
    </Mark>
  );
}

/** The same in sentences, above a capture. */
export function WayNotice({ locale, way, className }: Props) {
  if (way === "browser") return null;
  const { title, body } = messages(locale).platforms.notice[way];
  return (
    <Notice title={title} className={className}>
      <p className="text-ink-soft">{body}</p>
    </Notice>
  );
}
