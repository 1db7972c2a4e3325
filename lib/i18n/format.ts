import { LOCALES, type Locale } from "#lib/i18n/locales";

/** Making a formatter takes a hundred times as long as using it, and a page with tables uses one a thousand times. */
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

function dateFormat(intl: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = intl + JSON.stringify(options);
  const format = dates.get(key) ?? new Intl.DateTimeFormat(intl, { ...options, timeZone: "UTC" });
  dates.set(key, format);
  return format;
}

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const format = numbers.get(key) ?? new Intl.NumberFormat(LOCALES[locale].intl, options);
  numbers.set(key, format);
  return format;
}

/** A date and time as people say it, always with its zone: `3 July 2018, 14:02:11 UTC`. */
export function formatTime(locale: Locale, at: Date | string): string {
  const date = new Date(at);
  const day = dateFormat(LOCALES[locale].intl, { dateStyle: "long" }).format(date);
  const time = dateFormat("en-GB", { timeStyle: "medium" }).format(date);
  return locale === "ar" ? `${day}، ${time} UTC` : `${day}, ${time} UTC`;
}

/** A whole or partial ISO date (`2018`, `2018-07`, `2018-07-03`) in words; anything else unchanged. */
export function formatDay(locale: Locale, date: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return dateFormat(LOCALES[locale].intl, {
    year: "numeric",
    month: month ? "long" : undefined,
    day: day ? "numeric" : undefined,
  }).format(at);
}

/** A count in the language's grouping. */
export function formatNumber(locale: Locale, value: number): string {
  return numberFormat(locale).format(value);
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
  return numberFormat(locale, {
    style: "unit",
    unit: units[unit],
    unitDisplay: "short",
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}

/** A share of a whole, 0 to 1, in percent: `62%`. Only nothing is `0%`, and only everything `100%`. */
export function formatShare(locale: Locale, share: number): string {
  const digits =
    share > 0 && share < 0.01 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: share > 0.99 ? 1 : 0 };
  const value = share > 0.99 && share < 1 ? Math.floor(share * 1000) / 1000 : share;
  return numberFormat(locale, { style: "percent", ...digits }).format(value);
}

const DAY_MS = 86_400_000;

/**
 * A mark on a time axis, as short as its neighbours allow: `14:30`, `3 Jul`, `Jul 2018`, in UTC.
 * @param stepMs between the marks. @param isFirst the first mark says what the others leave out.
 */
export function formatTick(locale: Locale, atMs: number, stepMs: number, isFirst: boolean): string {
  const say = (options: Intl.DateTimeFormatOptions, intl: string = LOCALES[locale].intl) =>
    dateFormat(intl, options).format(atMs);
  if (stepMs >= 28 * DAY_MS) return say({ month: "short", year: "numeric" });
  const day = say({ day: "numeric", month: "short", year: isFirst ? "numeric" : undefined });
  if (stepMs >= DAY_MS) return day;
  const clock = say({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, "en-GB");
  if (isFirst) return `${day}${locale === "ar" ? "،" : ","} ${clock}`;
  return atMs % DAY_MS === 0 ? day : clock;
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** A stretch of time in at most two units: `40 seconds`, `7 minutes, 5 seconds`, `3 hours`. */
export function formatDuration(locale: Locale, ms: number): string {
  let rest = Math.round(ms / 1_000);
  const parts = UNITS.map(([unit, seconds]) => {
    const value = Math.floor(rest / seconds);
    rest -= value * seconds;
    return { unit, value };
  });
  const found = parts.findIndex(({ value }) => value > 0);
  const first = found < 0 ? UNITS.length - 1 : found;
  const words = parts
    .slice(first, first + 2)
    .filter(({ value }, i) => value > 0 || i === 0)
    .map(({ unit, value }) => numberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value));
  return new Intl.ListFormat(LOCALES[locale].intl, { type: "unit" }).format(words);
}
