import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { PATH_HEADER, safeNextPath } from "#lib/auth/next-path";
import { decodeSession, encodeSession, SESSION_MAX_AGE_SECONDS, sessionCookie } from "#lib/auth/session-token";
import { AppError } from "#lib/errors";
import { isLocale, type Locale } from "#lib/i18n/locales";
import type { Actor } from "#lib/permissions/actor";
import { findSessionPerson } from "#lib/services/people/find-session-person";

/** Whoever is signed in, as pages see them. */
export type SessionUser = Actor & { email: string; locale: Locale };

/**
 * Who is signed in, or null. Asks the database once per request, so a disabled person or an ended session
 * is out at the next click, and a changed role counts at once.
 */
export const findUser = cache(async (): Promise<SessionUser | null> => {
  const claims = await decodeSession((await cookies()).get(sessionCookie().name)?.value);
  const person = claims && (await findSessionPerson(claims));
  if (!person) return null;
  const { id, name, role, email } = person;
  return { id, name, role, email, locale: isLocale(person.locale) ? person.locale : "en" };
});

/** For pages: the person, or off to the sign-in page and back here afterwards. */
export async function requireUser(locale: Locale): Promise<SessionUser> {
  const user = await findUser();
  if (user) return user;
  const next = safeNextPath((await headers()).get(PATH_HEADER), `/${locale}/desk`);
  redirect(`/${locale}/sign-in?next=${encodeURIComponent(next)}`);
}

/** For actions and routes. @throws AppError `not_signed_in`. */
export async function requireActor(): Promise<Actor> {
  const user = await findUser();
  if (!user) throw new AppError("not_signed_in", "Nobody is signed in");
  return { id: user.id, name: user.name, role: user.role };
}

/** Sets the session cookie. Only in server actions and routes: pages cannot set cookies. */
export async function startSession(person: { id: string; sessionVersion: number }): Promise<void> {
  const { name, options } = sessionCookie();
  const signedInAt = Math.floor(Date.now() / 1000);
  const value = await encodeSession({ userId: person.id, sessionVersion: person.sessionVersion, signedInAt });
  (await cookies()).set(name, value, { ...options, maxAge: SESSION_MAX_AGE_SECONDS });
}

/** Removes the session cookie of this browser. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
