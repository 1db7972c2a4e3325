import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { appOrigin, isSecureOrigin } from "#lib/auth/app-origin";
import { requestAddress } from "#lib/auth/request-address";
import { readClaims, SESSION_MAX_AGE_SECONDS, sessionCookie, sessionSecret } from "#lib/auth/session-token";
import { setEnv } from "#lib/env";
import { AppError, toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { findPerson } from "#lib/services/people/find-person";
import { findSessionPerson } from "#lib/services/people/find-session-person";
import { signIn } from "#lib/services/people/sign-in";

/**
 * next-auth for /api/auth: the same check, cookie and claims as the sign-in page, for machines and tests.
 *
 * next-auth takes its own address from NEXTAUTH_URL alone and would send people to port 3000 when the server had to take
 * another port, so the variable is set from APP_ORIGIN (or the real port) each time. The secret is passed by hand.
 */
export function nextAuthOptions(): NextAuthOptions {
  setEnv({ NEXTAUTH_URL: appOrigin() });
  return {
    secret: sessionSecret(),
    useSecureCookies: isSecureOrigin(),
    cookies: { sessionToken: sessionCookie() },
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    pages: { signIn: "/en/sign-in", error: "/en/sign-in", signOut: "/en/desk" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (credentials, request) => {
          const headers = new Headers(request.headers as Record<string, string> | undefined);
          const person = await signIn(credentials, requestAddress(headers)).catch(asNextAuthAnswer);
          return person && { id: person.id, name: person.name, email: person.email };
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        const person = user ? await findPerson(user.id) : await currentPerson(token);
        if (!person) throw new AppError("not_signed_in", "The session was ended");
        const signedInAt = readClaims(token)?.signedInAt ?? Math.floor(Date.now() / 1000);
        return { sub: person.id, sessionVersion: person.sessionVersion, signedInAt };
      },
      session: async ({ session, token }) => {
        const person = await currentPerson(token);
        if (!person) throw new AppError("not_signed_in", "The session was ended");
        const { id, name, email, role } = person;
        return { ...session, user: { id, name, email, role } };
      },
    },
    logger: {
      error: (code, metadata) => logger.warn({ code, reason: String((metadata as Error).message ?? "") }, "next-auth"),
      warn: (code) => logger.debug({ code }, "next-auth"),
      debug: () => {},
    },
  };
}

async function currentPerson(token: unknown) {
  const claims = readClaims(token);
  return claims && findSessionPerson(claims);
}

/** next-auth knows "no" (null) and an error whose message ends up in a URL: so only the code goes there. */
function asNextAuthAnswer(thrown: unknown): null {
  const { code } = toAppError(thrown);
  if (code === "wrong_sign_in") return null;
  if (code === "internal") logger.error({ err: thrown }, "sign-in failed");
  throw new Error(code);
}
