import { env } from "#lib/env";

/** The address readers use, without a trailing slash; permanent addresses are written out with it. */
export function siteOrigin(): string {
  return (env().APP_ORIGIN ?? `http://localhost:${env().PORT}`).replace(/\/+$/, "");
}
