import { LOCALES, type Locale } from "#lib/i18n/locales";

/** A date and time as people say it, always with its zone: `3 July 2018, 14:02:11 UTC`. */
export function formatTime(locale: Locale, at: Date | string): string {
  const date = new Date(at);
  const day = new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: "long", timeZone: "UTC" }).format(date);
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: "UTC" }).format(date);
  return locale === "ar" ? `${day}، ${time} UTC` : `${day}, ${time} UTC`;
}

/** A whole or partial ISO date (`2018`, `2018-07`, `2018-07-03`) in words; anything else unchanged. */
export function formatDay(locale: Locale, date: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(LOCALES[locale].intl, {
    year: "numeric",
    month: month ? "long" : undefined,
    day: day ? "numeric" : undefined,
    timeZone: "UTC",
  }).format(at);
}

/** A count in the language's grouping. */
export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(LOCALES[locale].intl).format(value);
}

/** A file size: `1.4 MB`. */
export function formatBytes(locale: Locale, bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return new Intl.NumberFormat(LOCALES[locale].intl, {
    style: "unit",
    unit: units[unit],
    unitDisplay: "short",
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}
