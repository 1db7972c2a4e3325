import { expect, test } from "vitest";
import { preferredLocale } from "#lib/i18n/preferred-locale";

test.each([
  [null, "en"],
  ["", "en"],
  ["fr-FR, de;q=0.8", "en"],
  ["ar-BH", "ar"],
  ["AR", "ar"],
  ["fr, ar;q=0.9, en;q=0.8", "ar"],
  ["ar;q=0.3, en;q=0.7", "en"],
  ["ar;q=0, fr", "en"],
  ["ar;q=nonsense", "ar"],
  ["en;q=0.5, ar;q=0.5", "en"],
  ["arc, arz;q=0.9", "en"],
] as const)("%j prefers %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
