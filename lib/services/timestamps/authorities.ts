import { tokenName } from "#lib/core/evidence/timestamps/token-name";
import { env } from "#lib/env";

/** The addresses that stamp evidence now, as the settings name them; of two whose tokens would have one name, the first. */
export function timestampAuthorities(): string[] {
  const names = new Set<string>();
  return env().TIMESTAMP_AUTHORITIES.filter((authority) => {
    const name = tokenName(authority);
    return !names.has(name) && names.add(name);
  });
}
