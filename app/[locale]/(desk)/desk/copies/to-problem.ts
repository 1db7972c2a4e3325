import { AppError } from "#lib/errors";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** What kept copies from being looked for, as the page's own sentence; anything else goes on to the error page. */
export function toProblem(locale: Locale) {
  const { copies } = messages(locale);
  return (thrown: unknown): string => {
    if (thrown instanceof AppError && thrown.code === "bad_input") return copies.tooLong;
    if (thrown instanceof AppError && thrown.code === "not_found") return copies.noText;
    throw thrown;
  };
}
