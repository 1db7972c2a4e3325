"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { formFields } from "#lib/auth/form-fields";
import { safeNextPath } from "#lib/auth/next-path";
import { requestAddress } from "#lib/auth/request-address";
import { startSession } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import { signIn } from "#lib/services/people/sign-in";

/** What the form shows after a refused try; the password is never sent back. */
export type SignInState = { result: ActionResult<never>; email: string } | undefined;

/** Checks e-mail and password, starts a session and leads to where the person was going. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const { email = "", password, next } = formFields(form);
  const result = await runAction<never>(async () => {
    const person = await signIn({ email, password }, requestAddress(await headers()));
    await startSession(person);
    redirect(safeNextPath(next, `/${person.locale}/desk`));
  });
  return { result, email };
}
