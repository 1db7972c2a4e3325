import type { Locale } from "#lib/i18n/locales";
import { common as commonAr } from "#lib/i18n/messages/ar/common";
import { errors as errorsAr } from "#lib/i18n/messages/ar/errors";
import { evidence as evidenceAr } from "#lib/i18n/messages/ar/evidence";
import { lines as linesAr } from "#lib/i18n/messages/ar/lines";
import { common as commonEn } from "#lib/i18n/messages/en/common";
import { errors as errorsEn } from "#lib/i18n/messages/en/errors";
import { evidence as evidenceEn } from "#lib/i18n/messages/en/evidence";
import { lines as linesEn } from "#lib/i18n/messages/en/lines";

const DICTIONARIES = {
  en: { common: commonEn, errors: errorsEn, evidence: evidenceEn, lines: linesEn },
  ar: { common: commonAr, errors: errorsAr, evidence: evidenceAr, lines: linesAr },
};

/** All words of one language, by area. Typed: an area or key that one language lacks does not compile. */
export function messages(locale: Locale): (typeof DICTIONARIES)["en"] {
  return DICTIONARIES[locale];
}
