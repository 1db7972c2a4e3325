import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; archivedUrl: string | null; liveUrl: string | null };

/** The archived copy first; the live page second and marked as leaving. */
export function EvidenceLinks({ locale, archivedUrl, liveUrl }: Props) {
  const { evidence } = messages(locale);
  if (!archivedUrl && !liveUrl) return null;
  return (
    <ul aria-label={evidence.links} className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
      {archivedUrl && (
        <li>
          <a href={archivedUrl} className="prose-link inline-flex min-h-7 items-center gap-1.5 font-semibold">
            <Icon name="archive" />
            {evidence.archivedCopy}
          </a>
        </li>
      )}
      {liveUrl && (
        <li>
          <a
            href={liveUrl}
            rel="noopener noreferrer nofollow external"
            className="inline-flex min-h-7 items-center gap-1.5 text-ink-soft underline decoration-hairline underline-offset-4 hover:text-ink"
          >
            <Icon name="leave" />
            {evidence.livePage} <span className="text-ink-faint">({evidence.leaves})</span>
          </a>
        </li>
      )}
    </ul>
  );
}
