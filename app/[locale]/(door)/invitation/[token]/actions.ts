"use server";

import { redirect } from "next/navigation";
import { formFields } from "#lib/auth/form-fields";
import { startSession } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import { acceptInvitation } from "#lib/services/people/accept-invitation";

/** What the form shows after a refused try; the password is never sent back. */
export type InvitationState = { result: ActionResult<never>; name: string } | undefined;

/** Makes the account and signs it in. */
export async function acceptInvitationAction(_before: InvitationState, form: FormData): Promise<InvitationState> {
  const fields = formFields(form);
  const result = await runAction<never>(async () => {
    const person = await acceptInvitation(fields);
    await startSession(person);
    redirect(`/${person.locale}/desk`);
  });
  return { result, name: fields.name ?? "" };
}
