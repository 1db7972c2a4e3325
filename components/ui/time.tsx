import { formatDay, formatTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";

/** A moment, always with its zone: `3 July 2018, 14:02:11 UTC`. */
export function Time({ locale, at, className }: { locale: Locale; at: Date | string; className?: string }) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} className={className}>
      <bdi>{formatTime(locale, date)}</bdi>
    </time>
  );
}

/** A whole or partial ISO date in words. */
export function Day({ locale, date, className }: { locale: Locale; date: string; className?: string }) {
  return (
    <time dateTime={date} className={className}>
      <bdi>{formatDay(locale, date)}</bdi>
    </time>
  );
}
