import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import { connect as connectTls } from "node:tls";
import { addressAndPort, dialChecked } from "#lib/adapters/net/dial-checked";
import { makeHostChecker } from "#lib/adapters/net/host-checker";
import { type Exchange, exchange } from "#lib/adapters/net/http-exchange";
import type { Connect, Resolve } from "#lib/adapters/net/system-network";
import { AppError } from "#lib/errors";

export type SafeFetchOptions = {
  /** Exact `host:port` pairs that may be private: `env().CAPTURE_ALLOW_HOSTS`. */
  allowHosts: readonly string[];
  /** Of the body, after content decoding. */
  maxBytes: number;
  /** For everything together, redirects included. */
  timeoutMs: number;
  /** Sent with every hop of the same origin; `authorization` and `cookie` stay with the first origin. */
  headers?: Record<string, string>;
  /** 5 when absent. */
  maxRedirects?: number;
  signal?: AbortSignal;
  /** For tests: another resolver, another way to connect. */
  resolve?: Resolve;
  connect?: Connect;
};

export type SafeFetchResult = {
  status: number;
  headers: IncomingHttpHeaders;
  /** After content decoding. */
  body: Buffer;
  finalUrl: string;
  /** `ip:port` that was dialed for the last hop. */
  remoteAddress: string;
  /** Each hop that led on. */
  redirects: { url: string; status: number; location: string }[];
};

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const SECRET_HEADERS: ReadonlySet<string> = new Set(["authorization", "cookie"]);

/**
 * GET of a public http(s) address under the rules of captures: every address the host leads to is checked, the checked
 * one is dialed, each redirect is judged anew, TLS is verified, body and time are bounded. Any status is an answer.
 * @throws AppError `bad_input` (no address), `address_refused`, `host_unknown`, `connection_failed` (also: too many
 *   redirects, a broken certificate), `capture_timeout`, `answer_too_large`; the signal's reason.
 */
export async function safeFetch(address: string, options: SafeFetchOptions): Promise<SafeFetchResult> {
  const first = URL.parse(address);
  if (!first) throw new AppError("bad_input", `Not an address: ${address.slice(0, 200)}`);
  const late = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
  try {
    return await follow(first, options, signal);
  } catch (thrown) {
    options.signal?.throwIfAborted();
    if (late.aborted) throw new AppError("capture_timeout", `${first.host} took too long`, { step: "fetch" });
    if (thrown instanceof AppError) throw thrown;
    const message = `${first.host}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    throw new AppError("connection_failed", message, { host: first.host }, { cause: thrown });
  }
}

async function follow(first: URL, options: SafeFetchOptions, signal: AbortSignal): Promise<SafeFetchResult> {
  const checker = makeHostChecker(options);
  const redirects: SafeFetchResult["redirects"] = [];
  for (let url = first; ; ) {
    const dialed = await dialChecked(url, { ...options, checker, timeoutMs: options.timeoutMs, signal });
    const got = await overSocket(url, dialed.socket, headersFor(url, first, options.headers ?? {}), {
      maxBytes: options.maxBytes,
      signal,
    });
    const location = REDIRECTS.has(got.status) ? got.headers.location : undefined;
    if (location === undefined) {
      return { ...got, finalUrl: url.href, remoteAddress: addressAndPort(dialed.address, dialed.port), redirects };
    }
    const next = URL.parse(location, url);
    if (!next) throw new AppError("connection_failed", `${url.host} redirects to no address`);
    redirects.push({ url: url.href, status: got.status, location: next.href });
    if (redirects.length > (options.maxRedirects ?? MAX_REDIRECTS)) {
      throw new AppError("connection_failed", `${first.host} redirects too often`, { redirects: redirects.length });
    }
    url = next;
  }
}

async function overSocket(
  url: URL,
  socket: Awaited<ReturnType<typeof dialChecked>>["socket"],
  headers: Record<string, string>,
  bounds: { maxBytes: number; signal: AbortSignal },
): Promise<Exchange> {
  if (url.protocol !== "https:") return exchange(url, socket, headers, bounds);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const secure = connectTls({ socket, host, servername: isIP(host) ? "" : host, ALPNProtocols: ["http/1.1"] });
  return exchange(url, secure, headers, bounds);
}

function headersFor(url: URL, first: URL, given: Record<string, string>): Record<string, string> {
  const kept = Object.entries(given).filter(
    ([name]) => url.origin === first.origin || !SECRET_HEADERS.has(name.toLowerCase()),
  );
  return { accept: "*/*", "accept-encoding": "identity", ...Object.fromEntries(kept), host: url.host };
}
