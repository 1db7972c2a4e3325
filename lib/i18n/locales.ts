/** Direction is a column of this table, never an `if`. Digits are Latin in both: ids, hashes and times stay one alphabet. */
export const LOCALES = {
  en: { label: "English", dir: "ltr", intl: "en-GB" },
  ar: { label: "العربية", dir: "rtl", intl: "ar-u-nu-latn" },
} as const;

export type Locale = keyof typeof LOCALES;

export const LOCALE_LIST = Object.keys(LOCALES) as Locale[];

/** Whether a URL segment names a language of the product. */
export function isLocale(value: string): value is Locale {
  return Object.hasOwn(LOCALES, value);
}

/** The other language: there are two. */
export function otherLocale(locale: Locale): Locale {
  return locale === "en" ? "ar" : "en";
}
