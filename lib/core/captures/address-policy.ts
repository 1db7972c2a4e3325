import ipaddr from "ipaddr.js";

/** Why an address may not be reached. */
export type AddressProblem = "scheme_refused" | "credentials_in_url" | "private_address" | "port_refused";

export type AddressVerdict = { ok: true } | { ok: false; problem: AddressProblem };

const PORT_OF_SCHEME: Readonly<Record<string, string>> = { "http:": "80", "https:": "443", "ws:": "80", "wss:": "443" };

/** Ports of the web. Anything else is a service that has no pages to capture. */
const OPEN_PORTS: ReadonlySet<string> = new Set(["80", "443"]);

/**
 * Names that are answered inside a house only: RFC 6761, RFC 6762, RFC 8375, RFC 9476 and the habits of cloud networks.
 * A name without a dot is one of them as well.
 */
const HOUSE_NAMES = [
  "localhost",
  "local",
  "internal",
  "intranet",
  "lan",
  "home",
  "corp",
  "private",
  "test",
  "onion",
  "alt",
];
const HOUSE_SUFFIXES = ["home.arpa", "in-addr.arpa", "ip6.arpa"];

/** Beyond what `ipaddr.js` calls unicast: addresses that clouds answer themselves, and old or special ranges. */
const EXTRA_PRIVATE = [
  "168.63.129.16/32",
  "192.88.99.0/24",
  "198.18.0.0/15",
  "::/96",
  "100::/64",
  "2001::/23",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "fec0::/10",
].map((range) => ipaddr.parseCIDR(range));

/**
 * Whether captures may reach an address, judged by what is written in it. Names are not looked up here:
 * whoever connects checks every address the name leads to (lib/adapters/net/host-checker.ts).
 * @param url absolute; WHATWG parsing has already turned `0x7f.1` or `2130706433` into `127.0.0.1`.
 * @param allowHosts exact `host:port` pairs that may be private or on another port (the demo site, tests).
 */
export function checkAddress(url: URL, allowHosts: readonly string[]): AddressVerdict {
  const port = PORT_OF_SCHEME[url.protocol];
  if (port === undefined) return { ok: false, problem: "scheme_refused" };
  if (url.username !== "" || url.password !== "") return { ok: false, problem: "credentials_in_url" };
  if (allowHosts.includes(hostAndPort(url))) return { ok: true };
  if (!isPublicHost(url.hostname)) return { ok: false, problem: "private_address" };
  if (!OPEN_PORTS.has(url.port || port)) return { ok: false, problem: "port_refused" };
  return { ok: true };
}

/** `host:port` in lower case, with the scheme's own port filled in: the form of CAPTURE_ALLOW_HOSTS. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || PORT_OF_SCHEME[url.protocol]}`.toLowerCase();
}

/**
 * Whether an IP address belongs to the open internet. IPv4 inside IPv6 (mapped, 6to4, NAT64, Teredo) is refused or
 * judged as the IPv4 address it is. Anything that is not an IP address is not public.
 */
export function isPublicIp(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed.range() !== "unicast") return false;
  return !EXTRA_PRIVATE.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits));
}

function isPublicHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  if (host.startsWith("[") || /^[\d.]+$/.test(host)) return isPublicIp(host);
  const labels = host.split(".");
  if (labels.length < 2 || labels.some((label) => label === "")) return false;
  if (HOUSE_NAMES.includes(labels.at(-1) ?? "")) return false;
  return !HOUSE_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}
