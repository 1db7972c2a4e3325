"use client";

import { useTransition } from "react";
import { useToast } from "#components/ui/toast";
import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { formProblem, peopleWords } from "#lib/i18n/people-words";

/** Runs a change and tells in a corner how it went. */
export function useChange(locale: Locale) {
  const [pending, start] = useTransition();
  const toast = useToast();
  const run = (work: () => Promise<ActionResult<null>>, done: string) =>
    start(async () => {
      // Rejects when the server is away.
      const result = await work().catch(() => null);
      if (result?.ok) return toast.show({ title: done });
      const title =
        formProblem(locale, result?.error ?? { code: "not_reached", details: {} }) ??
        peopleWords(locale).errors.bad_input;
      toast.show({ title, kind: "problem" });
    });
  return { pending, run };
}
