import { isIP } from "node:net";
import { oneSpelling, ownAddresses, type Resolve, systemResolve } from "#lib/adapters/net/system-network";
import { checkAddress, hostAndPort, isPublicIp } from "#lib/core/captures/address-policy";

/** What became of one host and port. Reasons: the problems of `checkAddress`, `own_address` and `host_unknown`. */
export type HostVerdict =
  | { ok: true; addresses: string[] }
  | { ok: false; reason: string; unknownHost: boolean; addresses: string[] };

/** Judges absolute addresses; the answer for a name is found once and stays. */
export type HostChecker = { check(url: URL): Promise<HostVerdict> };

const MOST_ADDRESSES = 32;

/**
 * The address policy with names looked up. Each name is looked up once in the life of the checker, and whoever
 * connects must dial an address of the verdict, never the name: so a name that changes its answer gains nothing.
 * One private address among public ones refuses the whole name.
 * @param options.allowHosts exact `host:port` pairs that may be private.
 */
export function makeHostChecker(options: { allowHosts: readonly string[]; resolve?: Resolve }): HostChecker {
  const { allowHosts, resolve = systemResolve } = options;
  const answers = new Map<string, Promise<string[]>>();
  let own: Set<string> | undefined;

  function addressesOf(hostname: string): Promise<string[]> {
    const bare = hostname.replace(/^\[|\]$/g, "");
    if (isIP(bare)) return Promise.resolve([bare]);
    const known = answers.get(bare) ?? resolve(bare).catch(() => []);
    answers.set(bare, known);
    return known;
  }

  return {
    async check(url) {
      const written = checkAddress(url, allowHosts);
      if (!written.ok) return { ok: false, reason: written.problem, unknownHost: false, addresses: [] };
      // What the resolver says is not trusted to be an address: a name here would be resolved again when it is dialed.
      const addresses = (await addressesOf(url.hostname)).filter((address) => isIP(address)).slice(0, MOST_ADDRESSES);
      const refuse = (reason: string) => ({ ok: false as const, reason, unknownHost: false, addresses });
      if (addresses.length === 0) return { ok: false, reason: "host_unknown", unknownHost: true, addresses };
      if (allowHosts.includes(hostAndPort(url))) return { ok: true, addresses };
      const inside = addresses.find((address) => !isPublicIp(address));
      if (inside) return refuse(`private_address (${inside})`);
      own ??= ownAddresses();
      const ours = addresses.find((address) => own?.has(oneSpelling(address)));
      return ours ? refuse(`own_address (${ours})`) : { ok: true, addresses };
    },
  };
}
