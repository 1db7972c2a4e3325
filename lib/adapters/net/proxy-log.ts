import { addressAndPort } from "#lib/adapters/net/dial-checked";
import type { LimitCode } from "#lib/core/captures/limits";

/** What the proxy did about one `host:port`. */
export type ProxyHost = {
  /** As the browser asked for it. */
  host: string;
  /** All that the name led to, looked up once. */
  addresses: string[];
  /** Those of them that were dialed, the newest last. */
  dialed: string[];
  connections: number;
  /** What the browser asked of the proxy: plain requests and tunnels. Inside a tunnel (TLS, WebSocket) it sees none. */
  requests: number;
  bytesUp: number;
  bytesDown: number;
  /** Why nothing was dialed; the newest reason. */
  refused: string | null;
  /** What went wrong after dialing was allowed; the newest. */
  problem: string | null;
};

export type ProxyRefusal = { url: string; reason: string };

/** Everything that one capture's proxy let through or refused. Bytes as they were on the wire. */
export type ProxyLog = {
  port: number;
  connections: number;
  requests: number;
  redirects: number;
  bytesUp: number;
  bytesDown: number;
  limitsHit: Set<LimitCode>;
  hosts: Map<string, ProxyHost>;
  /** In order, the first hundred; a tunnel is written as `host:port`. */
  refused: ProxyRefusal[];
  refusedCount: number;
  /** `ip:port` that a `host:port` was last reached at; null when it was not. */
  dialedFor(host: string): string | null;
  /** The address that a host name was last reached at, at whatever port. */
  addressOf(hostname: string): string | null;
};

const MOST_LISTED = 100;
const MOST_HOSTS = 2_000;

/** An empty log. */
export function makeProxyLog(): ProxyLog {
  const hosts = new Map<string, ProxyHost>();
  return {
    port: 0,
    connections: 0,
    requests: 0,
    redirects: 0,
    bytesUp: 0,
    bytesDown: 0,
    limitsHit: new Set(),
    hosts,
    refused: [],
    refusedCount: 0,
    dialedFor(host) {
      const address = hosts.get(host)?.dialed.at(-1);
      return address === undefined ? null : addressAndPort(address, host.slice(host.lastIndexOf(":") + 1));
    },
    addressOf(hostname) {
      const lines = [...hosts.values()].filter(({ host }) => host.slice(0, host.lastIndexOf(":")) === hostname);
      return lines.findLast(({ dialed }) => dialed.length > 0)?.dialed.at(-1) ?? null;
    },
  };
}

/** The log's line for a host, made when it is not there. A page that invents hosts shares one line in the end. */
export function hostLine(log: ProxyLog, host: string): ProxyHost {
  const name = log.hosts.size < MOST_HOSTS || log.hosts.has(host) ? host : "(others)";
  const known = log.hosts.get(name);
  if (known) return known;
  const counts = { connections: 0, requests: 0, bytesUp: 0, bytesDown: 0 };
  const line = { host: name, addresses: [], dialed: [], ...counts, refused: null, problem: null };
  log.hosts.set(name, line);
  return line;
}

/** Writes a refusal down. */
export function noteRefusal(log: ProxyLog, host: string, refusal: ProxyRefusal, addresses: string[] = []): void {
  const line = hostLine(log, host);
  line.refused = refusal.reason;
  line.addresses = addresses;
  log.refusedCount++;
  if (log.refused.length >= MOST_LISTED) return;
  log.refused.push({ url: refusal.url.slice(0, 500), reason: refusal.reason });
}
