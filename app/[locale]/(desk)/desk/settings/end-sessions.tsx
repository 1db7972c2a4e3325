"use client";

import { unstable_rethrow } from "next/navigation";
import { useState, useTransition } from "react";
import { FormProblem } from "#components/people/form-problem";
import { Button } from "#components/ui/button";
import { Confirm } from "#components/ui/confirm";
import type { Locale } from "#lib/i18n/locales";
import { type Problem, peopleWords } from "#lib/i18n/people-words";
import { signOutEverywhereAction } from "./actions";

/** Ends every session after a question. */
export function EndSessions({ locale }: { locale: Locale }) {
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<Problem>();
  const { settings, actions } = peopleWords(locale);
  const words = settings.sessions;
  const end = () =>
    start(async () => {
      try {
        const result = await signOutEverywhereAction(locale);
        setProblem(result?.ok === false ? result.error : undefined);
      } catch (thrown) {
        // The way to the sign-in page comes as an error too.
        unstable_rethrow(thrown);
        setProblem({ code: "not_reached", details: {} });
      }
    });
  return (
    <div className="flex flex-col items-start gap-4">
      <FormProblem locale={locale} problem={problem} />
      <Confirm
        title={words.question}
        body={words.consequence}
        confirmLabel={words.end}
        cancelLabel={actions.cancel}
        danger
        onConfirm={end}
        trigger={
          <Button variant="danger" icon="sign-out" busy={pending}>
            {words.end}
          </Button>
        }
      />
    </div>
  );
}
