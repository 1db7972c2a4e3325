"use client";

import { Notice } from "#components/ui/notice";
import type { Locale } from "#lib/i18n/locales";
import { formProblem, type Problem } from "#lib/i18n/people-words";

/** Why a form was refused, above its fields; nothing when the fields say it themselves. */
export function FormProblem({ locale, problem }: { locale: Locale; problem: Problem | undefined }) {
  const sentence = formProblem(locale, problem);
  if (!sentence) return null;
  return (
    <Notice tone="bad" live>
      {sentence}
    </Notice>
  );
}
