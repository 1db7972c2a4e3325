import { env } from "#lib/env";

/** The addresses that stamp evidence now, as the settings name them (each once). */
export function timestampAuthorities(): string[] {
  return env().TIMESTAMP_AUTHORITIES;
}
