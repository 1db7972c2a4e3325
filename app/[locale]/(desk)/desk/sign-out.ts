"use server";

import { redirect } from "next/navigation";
import { endSession } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";

/** Ends this browser's session and shows the sign-in page. */
export async function signOut(locale: string): Promise<void> {
  await endSession();
  redirect(`/${isLocale(locale) ? locale : "en"}/sign-in`);
}
