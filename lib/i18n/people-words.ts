import type { ErrorCode } from "#lib/errors";
import type { Locale } from "#lib/i18n/locales";
import { common as commonAr } from "#lib/i18n/messages/ar/common";
import { errors as errorsAr } from "#lib/i18n/messages/ar/errors";
import { people as peopleAr } from "#lib/i18n/messages/ar/people";
import { common as commonEn } from "#lib/i18n/messages/en/common";
import { errors as errorsEn } from "#lib/i18n/messages/en/errors";
import { people as peopleEn } from "#lib/i18n/messages/en/people";

const WORDS = {
  en: { ...peopleEn, errors: errorsEn, role: commonEn.role, actions: commonEn.actions },
  ar: { ...peopleAr, errors: errorsAr, role: commonAr.role, actions: commonAr.actions },
};

/** The words of sign-in and settings, without the other areas: these forms run in the browser. */
export function peopleWords(locale: Locale): (typeof WORDS)["en"] {
  return WORDS[locale];
}

/** What went wrong, as lib/http.ts hands it to a page. */
export type Problem = { code: ErrorCode; details: Readonly<Record<string, unknown>> };

/** The sentence for the whole form; null when the problem is told beside its field. */
export function formProblem(locale: Locale, problem: Problem | undefined): string | null {
  if (!problem || (problem.code === "bad_input" && Object.keys(fieldsOf(problem)).length > 0)) return null;
  const words = peopleWords(locale);
  const seconds = problem.details.retryAfterSeconds;
  if (problem.code === "too_many_tries" && typeof seconds === "number") {
    return words.signIn.waitMinutes(Math.ceil(seconds / 60));
  }
  return words.errors[problem.code];
}

/** The sentence beside a field; null when nothing is wrong with it. */
export function fieldProblem(locale: Locale, problem: Problem | undefined, field: string): string | null {
  const code = problem && fieldsOf(problem)[field];
  if (typeof code !== "string") return null;
  const sentences: Record<string, string> = peopleWords(locale).fieldProblem;
  return sentences[code] ?? peopleWords(locale).fieldProblem.other;
}

function fieldsOf(problem: Problem): Record<string, unknown> {
  const { fields } = problem.details;
  return problem.code === "bad_input" && typeof fields === "object" && fields !== null ? { ...fields } : {};
}
