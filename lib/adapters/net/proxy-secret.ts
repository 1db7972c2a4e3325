import { randomBytes, timingSafeEqual } from "node:crypto";

/** What the browser of one capture shows to its proxy. */
export type ProxySecret = { username: string; password: string };

/** A fresh secret: no other program of this machine can use the proxy, although it listens on loopback. */
export function makeProxySecret(): ProxySecret {
  return { username: "capture", password: randomBytes(24).toString("base64url") };
}

/** Whether a `Proxy-Authorization` header (RFC 7617, Basic) shows the secret. */
export function showsSecret(header: string | undefined, { username, password }: ProxySecret): boolean {
  const expected = Buffer.from(`Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`);
  const given = Buffer.from(header ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
