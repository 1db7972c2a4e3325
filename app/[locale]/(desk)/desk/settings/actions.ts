"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { formFields } from "#lib/auth/form-fields";
import { requestAddress } from "#lib/auth/request-address";
import { endSession, requireActor, startSession } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import { isLocale } from "#lib/i18n/locales";
import { changePassword } from "#lib/services/people/change-password";
import { signOutEverywhere } from "#lib/services/people/sign-out-everywhere";
import { updateProfile } from "#lib/services/people/update-profile";

/** Undefined before the first try; `data.at` differs each time, so that the same success twice is told twice. */
export type FormState = ActionResult<{ at: number }> | undefined;

/** Saves one's own name and language, and shows the desk in that language. */
export async function updateProfileAction(_before: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { shownIn, ...input } = formFields(form);
    const { locale } = await updateProfile(await requireActor(), input);
    if (locale !== shownIn) redirect(`/${locale}/desk/settings`);
    return { at: Date.now() };
  });
}

/** Changes one's own password; this browser stays signed in, others do not. */
export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const actor = await requireActor();
    const session = await changePassword(actor, formFields(form), requestAddress(await headers()));
    await startSession(session);
    return { at: Date.now() };
  });
}

/** Ends all sessions of the person, this one too. */
export async function signOutEverywhereAction(locale: string): Promise<ActionResult<never>> {
  return runAction<never>(async () => {
    await signOutEverywhere(await requireActor());
    await endSession();
    redirect(`/${isLocale(locale) ? locale : "en"}/sign-in`);
  });
}
