"use client";

import { FormProblem } from "#components/people/form-problem";
import { PasswordInput } from "#components/people/password-input";
import { useFormAction } from "#components/people/use-form-action";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import type { Locale } from "#lib/i18n/locales";
import { fieldProblem, peopleWords } from "#lib/i18n/people-words";
import { PASSWORD_MIN_LENGTH } from "#lib/schemas/person";
import { acceptInvitationAction, type InvitationState } from "./actions";

type Props = { locale: Locale; token: string; email: string };

/** Name and password of somebody who was invited. Posts without JavaScript too. */
export function InvitationForm({ locale, token, email }: Props) {
  const [state, act, pending] = useFormAction<NonNullable<InvitationState>>(
    acceptInvitationAction,
    (result, typed) => ({ result, name: typed("name") }),
  );
  const { invitation: words, password } = peopleWords(locale);
  const problem = state && !state.result.ok ? state.result.error : undefined;
  return (
    <form action={act} className="flex flex-col gap-5">
      <FormProblem locale={locale} problem={problem} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      <Field label={words.email} hint={words.emailHint}>
        <Input type="email" value={email} readOnly autoComplete="username" dir="ltr" className="bg-wash" />
      </Field>
      <Field label={words.name} name="name" hint={words.nameHint} error={fieldProblem(locale, problem, "name")}>
        <Input
          key={state?.name}
          name="name"
          defaultValue={state?.name}
          autoComplete="name"
          dir="auto"
          maxLength={80}
          required
        />
      </Field>
      <Field
        label={words.password}
        name="password"
        hint={password.rule(PASSWORD_MIN_LENGTH)}
        error={fieldProblem(locale, problem, "password")}
      >
        <PasswordInput locale={locale} name="password" autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" busy={pending}>
        {words.submit}
      </Button>
    </form>
  );
}
