import ipaddr from "ipaddr.js";

/**
 * Where a request comes from, for throttling. The last entry of X-Forwarded-For: Next.js writes the peer's address there
 * when there is no such header, and a reverse proxy appends its peer's, so entries before the last are the client's own
 * claims. A server that the internet reaches without a proxy has to trust the client here; the limit per account
 * does not depend on it.
 * @returns an IPv4 address, the /64 of an IPv6 address (one customer has all of it), or `unknown`.
 */
export function requestAddress(headers: { get(name: string): string | null | undefined }): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const bare = last.replace(/^\[([^\]]+)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  if (!ipaddr.isValid(bare)) return "unknown";
  const address = ipaddr.process(bare);
  if (address.kind() === "ipv4") return address.toString();
  const groups = (address as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${groups.join(":")}::/64`;
}
