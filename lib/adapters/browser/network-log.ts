import type { CDPSession, Protocol } from "puppeteer-core";
import type { ProxyLog } from "#lib/adapters/net/proxy-log";
import { hostAndPort } from "#lib/core/captures/address-policy";
import type { CaptureLimits, LimitCode } from "#lib/core/captures/limits";
import type { FailedCall } from "#lib/core/captures/types";

/** One hop of the main document. */
export type Redirect = { url: string; status: number; location: string };

/** The main document's answer, as the browser reported it. */
export type MainResponse = {
  url: string;
  status: number;
  headers: Record<string, string>;
  mimeType: string;
  protocol: string | null;
  /** `ip:port` that the proxy dialed; the browser itself sees only the proxy. */
  remoteAddress: string | null;
  tls: { protocol: string; issuer: string; subject: string; validFrom: string; validTo: string } | null;
};

/** What went over the network during one capture. */
export type NetworkLog = {
  requests: number;
  bytes: number;
  limitsHit: Set<LimitCode>;
  /** What went through the only way out. */
  proxy: ProxyLog;
  /** Refused inside the browser; what the proxy refused stands in its log. */
  blocked: { url: string; reason: string }[];
  redirects: Redirect[];
  main: MainResponse | null;
  /** Loads that have not ended. */
  inFlight: Set<string>;
  /** When something last began, ended or brought bytes; milliseconds since 1970. */
  lastActivityAt: number;
  json: { url: string; status: number; body: unknown }[];
  /** Calls of the page's scripts that were answered with 400 or more. */
  failedCalls: FailedCall[];
  /** The main document as it was sent, as far as it came, after content decoding; empty when there was none. */
  mainText(): Promise<string>;
};

const MAX_JSON_BYTES = 5_000_000;
const MAX_JSON_ANSWERS = 200;
const MAX_FAILED_CALLS = 50;
/** Answers to these are never kept: they hold secrets of the session. */
const SECRET_HEADERS = new Set(["set-cookie", "cookie", "authorization"]);

type MainBody = { session: CDPSession; requestId: string; chunks: Buffer[] };
type Load = { url: string; status: number; isJson: boolean; bytes: number };

/** An empty log, and `listen` to fill it from a session of the page (or of a frame or worker inside it). */
export function startNetworkLog(
  limits: Pick<CaptureLimits, "maxBytes" | "maxResponseBytes" | "maxDocumentBytes">,
  proxy: ProxyLog,
  onOverrun: () => void,
) {
  let main: MainBody | undefined;
  const log: NetworkLog = {
    requests: 0,
    bytes: 0,
    limitsHit: new Set(),
    proxy,
    blocked: [],
    redirects: [],
    main: null,
    inFlight: new Set(),
    lastActivityAt: Date.now(),
    json: [],
    failedCalls: [],
    mainText: async () => (main ? textOf(main, log.main?.headers ?? {}) : ""),
  };

  function overrun(code: LimitCode) {
    log.limitsHit.add(code);
    onOverrun();
  }

  function listen(session: CDPSession, mainFrameId: string | undefined): void {
    const loads = new Map<string, Load>();
    const key = (requestId: string) => `${session.id()} ${requestId}`;
    const end = (requestId: string) => {
      log.lastActivityAt = Date.now();
      log.inFlight.delete(key(requestId));
      loads.delete(requestId);
    };
    const isMain = (event: { frameId?: string; type?: string }) =>
      mainFrameId !== undefined && event.frameId === mainFrameId && event.type === "Document";

    session.on("Network.requestWillBeSent", (event) => {
      log.lastActivityAt = Date.now();
      log.inFlight.add(key(event.requestId));
      if (!isMain(event)) return;
      const from = event.redirectResponse;
      if (from) log.redirects.push({ url: from.url, status: from.status, location: event.request.url });
    });
    session.on("Network.responseReceived", (event) => {
      const { response, requestId } = event;
      const isJson = /\bjson\b/i.test(response.mimeType);
      loads.set(requestId, { url: response.url, status: response.status, isJson, bytes: 0 });
      const isCall = event.type === "XHR" || event.type === "Fetch";
      if (isCall && response.status >= 400 && log.failedCalls.length < MAX_FAILED_CALLS) {
        const left = Number.parseInt(headerOf(response.headers, "x-rate-limit-remaining") ?? "", 10);
        log.failedCalls.push({
          url: response.url,
          status: response.status,
          rateLimitLeft: Number.isNaN(left) ? null : left,
        });
      }
      if (!isMain(event)) return;
      log.main = mainResponse(response, proxy);
      const chunks: Buffer[] = [];
      main = { session, requestId, chunks };
      // From here on every chunk comes with the event below; what came before is handed over now.
      session.send("Network.streamResourceContent", { requestId }).then(
        ({ bufferedData }) => chunks.unshift(Buffer.from(bufferedData, "base64")),
        // It ended before it could be streamed: the browser has it whole.
        () => undefined,
      );
    });
    session.on("Network.dataReceived", (event) => {
      const load = loads.get(event.requestId);
      log.bytes += event.dataLength;
      log.lastActivityAt = Date.now();
      if (load) load.bytes += event.dataLength;
      const isMainBody = mainFrameId !== undefined && event.requestId === main?.requestId;
      if (event.data && isMainBody) main?.chunks.push(Buffer.from(event.data, "base64"));
      const most = isMainBody ? limits.maxDocumentBytes : limits.maxResponseBytes;
      if (load && load.bytes > most) overrun("response_bytes");
      if (log.bytes > limits.maxBytes) overrun("bytes");
    });
    session.on("Network.loadingFailed", (event) => end(event.requestId));
    session.on("Network.loadingFinished", (event) => {
      const load = loads.get(event.requestId);
      end(event.requestId);
      if (load?.isJson && load.bytes <= MAX_JSON_BYTES && log.json.length < MAX_JSON_ANSWERS) {
        void keepJson(session, event.requestId, load, log);
      }
    });
  }
  return { log, listen };
}

async function textOf({ session, requestId, chunks }: MainBody, headers: Record<string, string>): Promise<string> {
  if (chunks.length > 0) return new TextDecoder(charsetOf(headers)).decode(Buffer.concat(chunks));
  try {
    const { body, base64Encoded } = await session.send("Network.getResponseBody", { requestId });
    return base64Encoded ? new TextDecoder(charsetOf(headers)).decode(Buffer.from(body, "base64")) : body;
  } catch {
    // Chromium keeps no body of an answer that was none (a download, a refused load).
    return "";
  }
}

function headerOf(headers: Record<string, string>, wanted: string): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** The charset that the server names; UTF-8 where it names none or an unknown one. */
function charsetOf(headers: Record<string, string>): string {
  const type = headerOf(headers, "content-type");
  try {
    return new TextDecoder(/charset=["']?([\w-]+)/i.exec(type ?? "")?.[1]).encoding;
  } catch {
    return "utf-8";
  }
}

async function keepJson(session: CDPSession, requestId: string, load: Load, log: NetworkLog): Promise<void> {
  try {
    const { body, base64Encoded } = await session.send("Network.getResponseBody", { requestId });
    const text = base64Encoded ? Buffer.from(body, "base64").toString("utf8") : body;
    log.json.push({ url: load.url, status: load.status, body: JSON.parse(text) });
  } catch {
    // Gone with its frame, or not JSON after all: the page's HTML is still there.
  }
}

function mainResponse(response: Protocol.Network.Response, proxy: ProxyLog): MainResponse {
  const tls = response.securityDetails;
  const headers = Object.entries(response.headers).filter(([name]) => !SECRET_HEADERS.has(name.toLowerCase()));
  return {
    url: response.url,
    status: response.status,
    headers: Object.fromEntries(headers),
    mimeType: response.mimeType,
    protocol: response.protocol ?? null,
    remoteAddress: proxy.dialedFor(hostAndPort(new URL(response.url))),
    tls: tls
      ? {
          protocol: tls.protocol,
          issuer: tls.issuer,
          subject: tls.subjectName,
          validFrom: new Date(tls.validFrom * 1000).toISOString(),
          validTo: new Date(tls.validTo * 1000).toISOString(),
        }
      : null,
  };
}
