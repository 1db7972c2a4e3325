import type { Locale } from "#lib/i18n/locales";
import { common as commonAr } from "#lib/i18n/messages/ar/common";
import { errors as errorsAr } from "#lib/i18n/messages/ar/errors";
import { common as commonEn } from "#lib/i18n/messages/en/common";
import { errors as errorsEn } from "#lib/i18n/messages/en/errors";

const DICTIONARIES = {
  en: { common: commonEn, errors: errorsEn },
  ar: { common: commonAr, errors: errorsAr },
};

/** All words of one language, by area. Typed: an area or key that one language lacks does not compile. */
export function messages(locale: Locale): (typeof DICTIONARIES)["en"] {
  return DICTIONARIES[locale];
}
