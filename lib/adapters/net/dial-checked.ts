import type { Socket } from "node:net";
import type { HostChecker } from "#lib/adapters/net/host-checker";
import { type Connect, systemConnect } from "#lib/adapters/net/system-network";
import { AppError } from "#lib/errors";

/** An open connection to exactly one of the addresses that were checked. */
export type Dialed = { socket: Socket; address: string; port: number };

export type DialOptions = {
  checker: HostChecker;
  /** For one address; a host with several is tried address by address. */
  timeoutMs: number;
  connect?: Connect;
  signal?: AbortSignal;
};

/** `ip:port`, in the form in which an address of version 6 is readable too. */
export function addressAndPort(address: string, port: number | string): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The port an address means, its scheme's own where none is written. */
export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === "https:" || url.protocol === "wss:" ? 443 : 80);
}

/**
 * Connects to the host of an address if the policy lets us, dialing the very address that was checked.
 * @throws AppError `address_refused` (details.reason, details.addresses), `host_unknown`, `connection_failed`,
 *   `capture_timeout`; the signal's reason.
 */
export async function dialChecked(url: URL, options: DialOptions): Promise<Dialed> {
  const verdict = await options.checker.check(url);
  options.signal?.throwIfAborted();
  if (!verdict.ok) throw refusal(url, verdict.reason, verdict.unknownHost, verdict.addresses);
  const port = portOf(url);
  let problem: unknown;
  for (const address of verdict.addresses) {
    try {
      return { socket: await open(address, port, options), address, port };
    } catch (thrown) {
      options.signal?.throwIfAborted();
      problem = thrown;
    }
  }
  if (problem instanceof AppError) throw problem;
  const message = `${url.host}: no connection: ${String(problem)}`;
  throw new AppError("connection_failed", message, { host: url.host }, { cause: problem });
}

/** The error for an address that the policy refuses. */
export function refusal(url: URL, reason: string, unknownHost: boolean, addresses: string[] = []): AppError {
  if (unknownHost) return new AppError("host_unknown", `${url.host}: the host name does not resolve`);
  return new AppError("address_refused", `${url.href}: ${reason}`, { reason, addresses });
}

function open(address: string, port: number, options: DialOptions): Promise<Socket> {
  const { connect = systemConnect, timeoutMs, signal } = options;
  return new Promise((resolve, reject) => {
    const socket = connect(address, port);
    const settle = (done: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      socket.off("connect", connected);
      done();
    };
    const fail = (cause: unknown) => settle(() => socket.destroy() && reject(cause));
    const connected = () => settle(() => socket.off("error", fail) && resolve(socket));
    const abort = () => fail(signal?.reason);
    const late = () => fail(new AppError("capture_timeout", `${address}:${port} does not answer`, { step: "connect" }));
    const timer = setTimeout(late, timeoutMs);
    signal?.addEventListener("abort", abort, { once: true });
    // A late error after the failure has nobody to go to.
    socket.once("error", fail);
    socket.once("connect", connected);
  });
}
