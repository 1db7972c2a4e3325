import { env } from "#lib/env";

/** The address people reach this server at, without a trailing slash. */
export function appOrigin(): string {
  const { APP_ORIGIN, PORT } = env();
  return new URL(APP_ORIGIN ?? `http://localhost:${PORT}`).origin;
}

/** Whether people come over TLS; cookies are then marked so that they never travel without it. */
export function isSecureOrigin(): boolean {
  return appOrigin().startsWith("https://");
}
