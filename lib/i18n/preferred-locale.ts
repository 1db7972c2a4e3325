import { isLocale, type Locale } from "#lib/i18n/locales";

/**
 * The product's language that a browser likes best.
 * @param header an `Accept-Language` value (RFC 9110 §12.5.4), or null.
 * @returns the first supported language by weight; English when none is.
 */
export function preferredLocale(header: string | null): Locale {
  const ranked = (header ?? "")
    .split(",")
    .map((part, index) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight), index };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { language } of ranked) if (isLocale(language)) return language;
  return "en";
}
