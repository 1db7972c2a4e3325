import Link from "next/link";
import { cx } from "#components/ui/cx";
import { CO_POSTING_WINDOW_NAMES } from "#lib/core/spread/co-posting";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { type SpreadPlace, spreadHref } from "./spread-href";

export const TIES_ID = "ties";

/** How close together posts must be to tie two accounts: links, so that the address says it. */
export function WindowChoice({ locale, place, query }: { locale: Locale; place: SpreadPlace; query: SpreadQuery }) {
  const { ties } = messages(locale).spread;
  return (
    <nav aria-label={ties.window} className="flex flex-wrap items-center gap-x-1 gap-y-1">
      <span className="me-2 text-sm font-medium">{ties.window}</span>
      {CO_POSTING_WINDOW_NAMES.map((window) => (
        <Link
          key={window}
          href={`${spreadHref(locale, place, { ...query, window })}#${TIES_ID}`}
          prefetch={false}
          aria-current={window === query.window ? "true" : undefined}
          className={cx(
            "inline-flex min-h-9 items-center rounded-sm border px-2.5 text-sm",
            window === query.window
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
