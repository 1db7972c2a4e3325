/** Headers between two neighbours, never to be passed on (RFC 9110, 7.6.1, and the habits of proxies). */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "proxy-authentication-info",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "http2-settings",
]);

/**
 * Headers as they may be passed on, in their order and spelling, without those that the message itself names as meant
 * for the neighbour only.
 * @param rawHeaders name, value, name, value, … as Node's parser gives them.
 * @param alsoWithout further names, in lower case.
 */
export function endToEndHeaders(rawHeaders: readonly string[], alsoWithout: readonly string[] = []): string[] {
  const pairs = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ""] as const] : []));
  const named = pairs
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => value.split(",").map((word) => word.trim().toLowerCase()));
  const dropped = new Set([...HOP_BY_HOP, ...named, ...alsoWithout]);
  return pairs.filter(([name]) => !dropped.has(name.toLowerCase())).flat();
}
