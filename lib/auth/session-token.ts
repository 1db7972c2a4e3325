import { decode, encode } from "next-auth/jwt";
import { isSecureOrigin } from "#lib/auth/app-origin";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

/** After this long everybody signs in again, however active they were. */
export const SESSION_MAX_AGE_SECONDS = 7 * 24 * 60 * 60;

/** What a session cookie says. Role and name are not in it: they are read from the database each time. */
export type SessionClaims = {
  userId: string;
  /** The number the person's sessions carried when this one was made. */
  sessionVersion: number;
  /** Seconds since 1970; never renewed, so that no session outlives the maximum age. */
  signedInAt: number;
};

/** Signs and encrypts sessions. @throws AppError `bad_settings` when it is not set. */
export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new AppError("bad_settings", "NEXTAUTH_SECRET is not set; `npm start` sets it");
  return secret;
}

/**
 * The session cookie's name and attributes. Over TLS the name starts with `__Host-`: the browser then refuses one that
 * another host of the same domain (the evidence origin) tries to plant.
 */
export function sessionCookie() {
  const secure = isSecureOrigin();
  return {
    name: secure ? "__Host-daleel.session" : "daleel.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

/** Reads claims out of a decoded token; null when it is not one of ours or too old. */
export function readClaims(token: unknown, nowMs = Date.now()): SessionClaims | null {
  if (typeof token !== "object" || token === null) return null;
  const { sub, sessionVersion, signedInAt } = token as Record<string, unknown>;
  if (typeof sub !== "string" || typeof sessionVersion !== "number" || typeof signedInAt !== "number") return null;
  if (nowMs / 1000 - signedInAt > SESSION_MAX_AGE_SECONDS) return null;
  return { userId: sub, sessionVersion, signedInAt };
}

/** The cookie's value: an encrypted JWT in next-auth's own form (A256GCM under a key derived from the secret). */
export function encodeSession({ userId, sessionVersion, signedInAt }: SessionClaims): Promise<string> {
  const token = { sub: userId, sessionVersion, signedInAt };
  return encode({ token, secret: sessionSecret(), maxAge: SESSION_MAX_AGE_SECONDS });
}

/** The claims of a cookie's value; null when it was altered, made with another secret, or is too old. */
export async function decodeSession(value: string | undefined): Promise<SessionClaims | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret: sessionSecret() }).catch(() => null);
  return readClaims(token);
}
