import type { Socket } from "node:net";
import type { HostChecker } from "#lib/adapters/net/host-checker";
import type { ProxyLog } from "#lib/adapters/net/proxy-log";
import type { Connect } from "#lib/adapters/net/system-network";

/** What forwarding and tunnelling share: one capture's log, rules and open sockets. */
export type ProxyContext = {
  log: ProxyLog;
  checker: HostChecker;
  connect: Connect | undefined;
  /** Aborted when a limit is hit or the proxy closes: whoever waits gives up. */
  signal: AbortSignal;
  /** Counts, and closes everything when it was too much. */
  count(host: string, what: { up?: number; down?: number; requests?: number; connections?: number }): void;
  /** Remembers a socket until it closes. */
  hold(socket: Socket): void;
};

/** A host that cannot be dialed in this time is not there. */
export const DIAL_TIMEOUT_MS = 10_000;
export const MAX_HEADER_BYTES = 65_536;
