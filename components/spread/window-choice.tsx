import Link from "next/link";
import { cx } from "#components/ui/cx";
import { CO_POSTING_WINDOW_NAMES, type CoPostingWindow } from "#lib/core/spread/co-posting";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

export const TIES_ID = "ties";

type Props = {
  locale: Locale;
  chosen: CoPostingWindow /** The same page with another one. */;
  hrefOf: (window: CoPostingWindow) => string;
};

/** How close together posts must be to tie two accounts: links, so that the address says it. */
export function WindowChoice({ locale, chosen, hrefOf }: Props) {
  const { ties } = messages(locale).spread;
  return (
    <nav aria-label={ties.window} className="flex flex-wrap items-center gap-x-1 gap-y-1">
      <span className="me-2 text-sm font-medium">{ties.window}</span>
      {CO_POSTING_WINDOW_NAMES.map((window) => (
        <Link
          key={window}
          href={`${hrefOf(window)}#${TIES_ID}`}
          prefetch={false}
          aria-current={window === chosen ? "true" : undefined}
          className={cx(
            "inline-flex min-h-9 items-center rounded-sm border px-2.5 text-sm",
            window === chosen
              ? "border-ink bg-ink font-semibold text-paper"
              : "border-hairline text-ink-soft hover:border-edge hover:text-ink",
          )}
        >
          {ties.windows[window]}
        </Link>
      ))}
    </nav>
  );
}
