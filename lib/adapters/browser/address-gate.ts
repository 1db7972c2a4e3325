import { lookup } from "node:dns/promises";

/** Says why an address may not be reached; undefined when it may. Pure: it sees the URL only. */
export type AddressCheck = (url: URL) => string | undefined;

export type GateAnswer = { ok: true } | { ok: false; reason: string; unknownHost: boolean };

/** Whether a request may go out. */
export type AddressGate = (url: URL) => Promise<GateAnswer>;

/**
 * The address policy with names looked up: a public name that leads to a private address is refused as that address.
 * Each name is looked up once per capture. The browser looks it up again by itself, so a name that changes its
 * answer in between gets through; only a proxy that dials the checked address can close that.
 *
 * @param check the policy for the URL as written.
 * @param allowed host:port pairs that may be private.
 */
export function makeAddressGate(check: AddressCheck, allowed: readonly string[]): AddressGate {
  const answers = new Map<string, Promise<GateAnswer>>();
  return async (url) => {
    const reason = check(url);
    if (reason !== undefined) return { ok: false, reason, unknownHost: false };
    if (allowed.includes(hostAndPort(url))) return { ok: true };
    const known = answers.get(url.host) ?? checkResolved(url, check);
    answers.set(url.host, known);
    return known;
  };
}

/** `host:port` with the scheme's own port filled in. */
export function hostAndPort(url: URL): string {
  const port = url.port || (url.protocol === "https:" || url.protocol === "wss:" ? "443" : "80");
  return `${url.hostname}:${port}`;
}

async function checkResolved(url: URL, check: AddressCheck): Promise<GateAnswer> {
  const found = await lookup(url.hostname.replace(/^\[|\]$/g, ""), { all: true }).catch(() => []);
  if (found.length === 0) return { ok: false, reason: "host_unknown", unknownHost: true };
  for (const { address, family } of found) {
    const literal = new URL(url);
    literal.hostname = family === 6 ? `[${address}]` : address;
    const reason = check(literal);
    if (reason !== undefined) return { ok: false, reason: `${reason} (${address})`, unknownHost: false };
  }
  return { ok: true };
}
