import Link from "next/link";
import type { ChangeNotice } from "#lib/core/captures/timeline-views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { ChangeNoticeRow } from "./change-notice-row";

type Props = { locale: Locale; notices: ChangeNotice[]; total: number };

/** On the desk's first page: what disappeared or changed and nobody has seen yet. */
export function ChangeNotices({ locale, notices, total }: Props) {
  const { time } = messages(locale);
  return (
    <section aria-labelledby="change-notices">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id="change-notices" className="text-sm font-semibold text-ink-soft">
          {time.notices}
        </h3>
        <span className="text-sm text-ink-faint">{time.unseenCount(total)}</span>
      </div>
      <ul>
        {notices.map((notice) => (
          <ChangeNoticeRow key={notice.id} locale={locale} notice={notice} isShort />
        ))}
      </ul>
      <p className="mt-2 text-sm">
        <Link href={`/${locale}/desk/changes`} className="prose-link">
          {time.noticesAll}
        </Link>
      </p>
    </section>
  );
}
