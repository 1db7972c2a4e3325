"use client";

import { FormProblem } from "#components/people/form-problem";
import { PasswordInput } from "#components/people/password-input";
import { useFormAction } from "#components/people/use-form-action";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import type { Locale } from "#lib/i18n/locales";
import { type Problem, peopleWords } from "#lib/i18n/people-words";
import { type SignInState, signInAction } from "./actions";

type Props = { locale: Locale; next: string; problem?: Problem };

/** E-mail and password. Posts without JavaScript too. */
export function SignInForm({ locale, next, problem: firstProblem }: Props) {
  const [state, act, pending] = useFormAction<NonNullable<SignInState>>(signInAction, (result, typed) => ({
    result,
    email: typed("email"),
  }));
  const words = peopleWords(locale).signIn;
  const problem = state && !state.result.ok ? state.result.error : firstProblem;
  return (
    <form action={act} className="flex flex-col gap-5">
      <FormProblem locale={locale} problem={problem} />
      <input type="hidden" name="next" value={next} />
      <Field label={words.email} name="email">
        <Input
          // A form that was refused is reset: what was typed comes back as its first value.
          key={state?.email}
          type="email"
          name="email"
          defaultValue={state?.email}
          autoComplete="username"
          dir="ltr"
          required
        />
      </Field>
      <Field label={words.password} name="password">
        <PasswordInput locale={locale} name="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" busy={pending}>
        {words.submit}
      </Button>
    </form>
  );
}
