"use client";

import { FormProblem } from "#components/people/form-problem";
import { PasswordInput } from "#components/people/password-input";
import { useFormAction } from "#components/people/use-form-action";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import type { Locale } from "#lib/i18n/locales";
import { fieldProblem, peopleWords } from "#lib/i18n/people-words";
import { PASSWORD_MIN_LENGTH } from "#lib/schemas/person";
import { changePasswordAction, type FormState } from "./actions";

type Props = { locale: Locale; email: string };

/** Change of one's own password. */
export function PasswordForm({ locale, email }: Props) {
  const [state, act, pending] = useFormAction<NonNullable<FormState>>(changePasswordAction, (refusal) => refusal);
  const { settings, password } = peopleWords(locale);
  const words = settings.password;
  const problem = state && !state.ok ? state.error : undefined;
  const currentProblem = fieldProblem(locale, problem, "currentPassword");
  return (
    <form action={act} className="flex max-w-md flex-col gap-5">
      <FormProblem locale={locale} problem={problem} />
      {state?.ok && (
        <Notice key={state.data.at} tone="good" live>
          {words.saved}
        </Notice>
      )}
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <Field label={words.current} name="currentPassword" error={currentProblem}>
        <PasswordInput locale={locale} name="currentPassword" autoComplete="current-password" />
      </Field>
      <Field
        label={words.next}
        name="newPassword"
        hint={password.rule(PASSWORD_MIN_LENGTH)}
        error={fieldProblem(locale, problem, "newPassword")}
      >
        <PasswordInput locale={locale} name="newPassword" autoComplete="new-password" />
      </Field>
      <Button type="submit" busy={pending} className="self-start">
        {words.save}
      </Button>
    </form>
  );
}
