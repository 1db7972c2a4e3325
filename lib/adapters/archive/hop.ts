import type { CDPSession, Protocol } from "puppeteer-core";
import type { BodyCollector } from "#lib/adapters/archive/response-body";
import type { Exchange, HttpHeader, TlsFacts } from "#lib/core/archive/exchange";
import { headerLines, headerValue } from "#lib/core/archive/recorded-headers";

/** Headers as they went over the wire; the browser tells them apart from the rest, before or after it. */
export type Extra = { headers: HttpHeader[] };

/** One hop: a request and what answered it. A redirect's hops share the browser's request id. */
export type Hop = {
  session: CDPSession;
  requestId: string;
  request: Protocol.Network.Request;
  purpose: string;
  isMain: boolean;
  sentAt: Date;
  response?: Protocol.Network.Response;
  hasExtra: boolean;
  isRedirect: boolean;
  countedBytes: number;
  collector?: BodyCollector;
  ended?: { error: string | null };
  isHandedOver: boolean;
};

/** Everything that the browser tells under one request id. */
export type Chain = { hops: Hop[]; requestExtras: Extra[]; responseExtras: Extra[]; isFromCache: boolean };

/** How long the browser may take to hand over a body that it has. */
export const BODY_PATIENCE_MS = 20_000;

/**
 * A hop as one exchange.
 * @param wire headers as sent and received; without them (an answer out of the cache) what the page was told.
 * @param addressOf knows which address a host was reached at, when the browser itself only sees a proxy.
 */
export async function exchangeOf(
  hop: Hop,
  response: Protocol.Network.Response,
  wire: { request: Extra | undefined; response: Extra | undefined },
  addressOf: ((host: string) => string | null) | undefined,
): Promise<Omit<Exchange, "truncated" | "isReencoded">> {
  const host = URL.parse(hop.request.url)?.hostname ?? "";
  return {
    url: hop.request.url,
    method: hop.request.method,
    sentAt: hop.sentAt,
    purpose: hop.purpose,
    requestHeaders: wire.request?.headers ?? headerLines(hop.request.headers),
    requestBody: await requestBody(hop),
    status: response.status,
    statusText: response.statusText,
    responseHeaders: wire.response?.headers ?? headerLines(response.headers),
    protocol: response.protocol ?? null,
    remoteAddress: addressOf ? addressOf(host) : ownAddress(host, response.remoteIPAddress),
    tls: tlsOf(response),
  };
}

/** The address that the browser saw, unless it is that of a proxy on this machine. */
function ownAddress(host: string, seen: string | undefined): string | null {
  const address = seen?.replaceAll(/[[\]]/g, "") ?? "";
  const isLocal = /^(?:127\.|::1$)/.test(address);
  return address && (!isLocal || /^(?:127\.|\[::1\]$|(?:.+\.)?localhost$)/.test(host)) ? address : null;
}

/** What the server announced; null when it did not, or announced coded bytes. */
export function announcedBytes({ response }: Hop): number | null {
  const headers = headerLines(response?.headers ?? {});
  const length = headerValue(headers, "content-length");
  return length === undefined || headerValue(headers, "content-encoding") !== undefined ? null : Number(length);
}

/** The bytes that a request carried; large ones are asked for, and files that a page uploads are not kept by the browser. */
async function requestBody({ request, session, requestId }: Hop): Promise<Uint8Array> {
  const parts = request.postDataEntries?.map(({ bytes }) => Buffer.from(bytes ?? "", "base64")) ?? [];
  if (parts.length > 0) return Buffer.concat(parts);
  if (!request.hasPostData) return new Uint8Array();
  const asked = session.send("Network.getRequestPostData", { requestId }).catch(() => null);
  const answer = await within(BODY_PATIENCE_MS, asked);
  if (!answer) return new Uint8Array();
  return Buffer.from(answer.postData, answer.base64Encoded ? "base64" : "utf8");
}

function tlsOf({ securityDetails }: Protocol.Network.Response): TlsFacts | null {
  if (!securityDetails?.protocol) return null;
  const { protocol, cipher, issuer, subjectName, validFrom, validTo } = securityDetails;
  const time = (seconds: number) => new Date(seconds * 1000).toISOString();
  return { protocol, cipher, issuer, subject: subjectName, validFrom: time(validFrom), validTo: time(validTo) };
}

/** The result, or null when it takes too long: a browser that hangs must not hold the capture. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
