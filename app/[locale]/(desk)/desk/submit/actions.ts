"use server";

import { redirect } from "next/navigation";
import { requireActor } from "#lib/auth/session";
import { splitLines } from "#lib/core/captures/split-lines";
import { type ActionResult, runAction } from "#lib/http";
import { isLocale } from "#lib/i18n/locales";
import type { WayWish } from "#lib/schemas/way-wish";
import { type Submitted, submitSources } from "#lib/services/submissions/submit-sources";

export type SubmitInput = { text: string; reason: string; caseFileId: string };

/** Sends the box. Used by the page's script, which keeps the draft until this says yes. */
export async function submitLines(input: SubmitInput & { way?: WayWish }): Promise<ActionResult<Submitted>> {
  return runAction(async () =>
    submitSources(await requireActor(), {
      lines: splitLines(String(input.text)),
      reason: String(input.reason),
      caseFileId: input.caseFileId ? String(input.caseFileId) : undefined,
      // Judged by its schema in the service.
      way: input.way,
    }),
  );
}

/** What a browser without scripts gets back when the box was refused: the reason, and everything it sent. */
export type SubmitFormState = { result: ActionResult<Submitted>; input: SubmitInput } | null;

/** The same as a plain form. Not bound to the language: binding while rendering never ends on the server. */
export async function submitForm(_: SubmitFormState, form: FormData): Promise<SubmitFormState> {
  const field = (name: string) => String(form.get(name) ?? "");
  const locale = isLocale(field("locale")) ? field("locale") : "en";
  const input = { text: field("lines"), reason: field("reason"), caseFileId: field("caseFileId") };
  const result = await submitLines(input);
  if (result.ok) redirect(`/${locale}/desk/submissions/${result.data.submissionId}`);
  return { result, input };
}
