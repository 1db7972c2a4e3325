import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Why a change of a saved search failed, in words; null when it did not. @param result null when nobody answered. */
export function savedSearchProblem(locale: Locale, result: ActionResult<unknown> | null): string | null {
  const { errors, search } = messages(locale);
  if (result === null) return errors.not_reached;
  if (result.ok) return null;
  const fields = Object.values((result.error.details.fields ?? {}) as Record<string, string>);
  const known = fields.find((field) => field in search.saved.problem) as keyof typeof search.saved.problem | undefined;
  return known ? search.saved.problem[known] : errors[result.error.code];
}
