"use server";

import { revalidatePath } from "next/cache";
import { appOrigin } from "#lib/auth/app-origin";
import { formFields } from "#lib/auth/form-fields";
import { requireActor } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import { isLocale } from "#lib/i18n/locales";
import { changeRole } from "#lib/services/people/change-role";
import { invitePerson } from "#lib/services/people/invite-person";
import { revokeInvitation } from "#lib/services/people/revoke-invitation";
import { setPersonDisabled } from "#lib/services/people/set-person-disabled";

/** A link just made, to be shown this once. */
export type NewLink = { url: string; email: string; expiresAt: string };

export type InviteState = { result: ActionResult<NewLink>; email: string; role: string } | undefined;

const changed = () => revalidatePath("/[locale]/desk/settings/people", "page");

/** Makes an invitation and its link, in the language of the form. */
export async function inviteAction(_before: InviteState, form: FormData): Promise<InviteState> {
  const { email = "", role = "editor", locale = "en" } = formFields(form);
  const result = await runAction(async () => {
    const { token, ...sent } = await invitePerson(await requireActor(), { email, role });
    changed();
    const url = `${appOrigin()}/${isLocale(locale) ? locale : "en"}/invitation/${token}`;
    return { url, email: sent.email, expiresAt: sent.expiresAt };
  });
  return { result, email, role };
}

/** Withdraws an open invitation. */
export async function revokeInvitationAction(invitationId: string): Promise<ActionResult<null>> {
  return change(async () => revokeInvitation(await requireActor(), { invitationId }));
}

/** Gives somebody another role. */
export async function changeRoleAction(personId: string, role: string): Promise<ActionResult<null>> {
  return change(async () => changeRole(await requireActor(), { personId, role }));
}

/** Switches an account off or on. */
export async function setDisabledAction(personId: string, disabled: boolean): Promise<ActionResult<null>> {
  return change(async () => setPersonDisabled(await requireActor(), { personId, disabled }));
}

function change(work: () => Promise<void>): Promise<ActionResult<null>> {
  return runAction(async () => {
    await work();
    changed();
    return null;
  });
}
