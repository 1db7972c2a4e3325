import { lookup } from "node:dns/promises";
import { checkAddress, isPublicIp } from "#lib/core/captures/address-policy";

export type GateAnswer = { ok: true } | { ok: false; reason: string; unknownHost: boolean };

/** Whether a request may go out. */
export type AddressGate = (url: URL) => Promise<GateAnswer>;

/**
 * The address policy with names looked up: a public name that leads to a private address is refused as that address.
 * Each name is looked up once per capture. The browser looks it up again by itself, so a name that changes its
 * answer in between gets through; only a proxy that dials the checked address can close that.
 *
 * @param allowHosts host:port pairs that may be private.
 */
export function makeAddressGate(allowHosts: readonly string[]): AddressGate {
  const answers = new Map<string, Promise<GateAnswer>>();
  return async (url) => {
    const written = checkAddress(url, allowHosts);
    if (!written.ok) return { ok: false, reason: written.problem, unknownHost: false };
    if (allowHosts.includes(hostAndPort(url))) return { ok: true };
    const answer = answers.get(url.hostname) ?? checkResolved(url.hostname);
    answers.set(url.hostname, answer);
    return answer;
  };
}

/** `host:port` with the scheme's own port filled in. */
function hostAndPort(url: URL): string {
  const port = url.port || (url.protocol === "https:" || url.protocol === "wss:" ? "443" : "80");
  return `${url.hostname}:${port}`;
}

async function checkResolved(hostname: string): Promise<GateAnswer> {
  const found = await lookup(hostname.replace(/^\[|\]$/g, ""), { all: true }).catch(() => []);
  if (found.length === 0) return { ok: false, reason: "host_unknown", unknownHost: true };
  const inside = found.find(({ address }) => !isPublicIp(address));
  if (inside) return { ok: false, reason: `private_address (${inside.address})`, unknownHost: false };
  return { ok: true };
}
