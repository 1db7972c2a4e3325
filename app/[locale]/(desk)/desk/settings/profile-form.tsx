"use client";

import { FormProblem } from "#components/people/form-problem";
import { useFormAction } from "#components/people/use-form-action";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import { Notice } from "#components/ui/notice";
import { LOCALE_LIST, LOCALES, type Locale } from "#lib/i18n/locales";
import { fieldProblem, peopleWords } from "#lib/i18n/people-words";
import { type FormState, updateProfileAction } from "./actions";

type Props = { locale: Locale; name: string; language: Locale };

/** One's own name and the language of the desk. */
export function ProfileForm({ locale, name, language }: Props) {
  const [state, act, pending] = useFormAction<NonNullable<FormState>>(updateProfileAction, (refusal) => refusal);
  const words = peopleWords(locale).settings.profile;
  const problem = state && !state.ok ? state.error : undefined;
  return (
    <form action={act} className="flex max-w-md flex-col gap-5">
      <FormProblem locale={locale} problem={problem} />
      {state?.ok && (
        <Notice key={state.data.at} tone="good" live>
          {words.saved}
        </Notice>
      )}
      <input type="hidden" name="shownIn" value={locale} />
      <Field label={words.name} name="name" hint={words.nameHint} error={fieldProblem(locale, problem, "name")}>
        <Input key={name} name="name" defaultValue={name} autoComplete="name" dir="auto" maxLength={80} required />
      </Field>
      <Field label={words.language} name="locale">
        <NativeSelect key={language} name="locale" defaultValue={language}>
          {LOCALE_LIST.map((option) => (
            <option key={option} value={option} lang={option}>
              {LOCALES[option].label}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Button type="submit" busy={pending} className="self-start">
        {words.save}
      </Button>
    </form>
  );
}
