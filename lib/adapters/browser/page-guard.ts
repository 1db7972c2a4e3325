import type { CDPSession, Protocol } from "puppeteer-core";
import type { NetworkLog } from "#lib/adapters/browser/network-log";
import type { CaptureProxy } from "#lib/adapters/net/capture-proxy";
import { checkAddress } from "#lib/core/captures/address-policy";
import type { CaptureLimits } from "#lib/core/captures/limits";

/** Problems that never reach the proxy, or that it could not see. */
const IN_THE_BROWSER: ReadonlySet<string> = new Set(["bad_address", "scheme_refused", "credentials_in_url"]);

/** Provenance lists this many blocked requests; a hostile page makes thousands. */
const MAX_BLOCKED_LISTED = 100;

export type GuardOptions = {
  /** Refuses what may not be reached; here it is only asked early, and shown its secret. */
  proxy: Pick<CaptureProxy, "check" | "secret">;
  limits: CaptureLimits;
  log: NetworkLog;
  listen: (session: CDPSession, mainFrameId: string | undefined) => void;
  mainFrameId: string;
  /** No request goes out any more once this says so. */
  stopped: () => boolean;
  /** The main document was refused. */
  onMainBlocked: (reason: string, unknownHost: boolean) => void;
};

/**
 * Holds every request of a page for a moment, in frames and workers too: each new target waits for the debugger and
 * gets the same guard before it runs. What may be reached is the proxy's to say. Added here: which schemes a page may
 * show, an early word about the document itself, the size of single answers, the number of requests.
 */
export async function guardSession(session: CDPSession, options: GuardOptions, isPage: boolean): Promise<void> {
  options.listen(session, isPage ? options.mainFrameId : undefined);
  session.on("Fetch.requestPaused", (event) => {
    void decide(session, event, options).catch(() => undefined);
  });
  session.on("Fetch.authRequired", (event) => {
    void answerChallenge(session, event, options).catch(() => undefined);
  });
  session.on("Log.entryAdded", ({ entry }) => noteLocalResource(entry.text, options.log));
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    // It waits for a debugger that never comes: a service worker could answer requests itself, with what it likes.
    if (targetInfo.type === "service_worker") return noteBlocked(options.log, targetInfo.url, "service_worker");
    const child = session.connection()?.session(sessionId);
    if (child) void guardSession(child, options, false).catch(() => undefined);
  });
  const tolerant = (work: Promise<unknown>) => (isPage ? work : work.catch(() => undefined));
  const patterns = [
    { urlPattern: "*", requestStage: "Request" as const },
    { urlPattern: "*", requestStage: "Response" as const },
  ];
  await Promise.all([
    tolerant(session.send("Network.enable", { maxTotalBufferSize: 200_000_000, maxResourceBufferSize: 60_000_000 })),
    tolerant(session.send("Network.setBypassServiceWorker", { bypass: true })),
    tolerant(session.send("Fetch.enable", { patterns, handleAuthRequests: true })),
    session.send("Log.enable").catch(() => undefined),
    tolerant(session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })),
  ]);
  await session.send("Runtime.runIfWaitingForDebugger").catch(() => undefined);
}

async function decide(session: CDPSession, event: Protocol.Fetch.RequestPausedEvent, options: GuardOptions) {
  const { requestId } = event;
  const { log, limits } = options;
  const refuse = (reason: string) => {
    noteBlocked(log, event.request.url, reason);
    return session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
  };
  const isMain = event.resourceType === "Document" && event.frameId === options.mainFrameId;

  if (event.responseStatusCode !== undefined || event.responseErrorReason !== undefined) {
    if (announcedBytes(event) > (isMain ? limits.maxDocumentBytes : limits.maxResponseBytes)) {
      log.limitsHit.add("response_bytes");
      if (isMain) options.onMainBlocked("response_bytes", false);
      return refuse("response_bytes");
    }
    return session.send("Fetch.continueResponse", { requestId });
  }
  log.requests++;
  if (options.stopped()) return refuse("stopped");
  if (log.requests > limits.maxRequests) {
    log.limitsHit.add("requests");
    return refuse("requests");
  }
  if (isMain && log.redirects.length > limits.maxRedirects) {
    log.limitsHit.add("redirects");
    options.onMainBlocked("redirects", false);
    return refuse("redirects");
  }
  const url = URL.parse(event.request.url);
  // data: and blob: never leave the browser; as the main document they would be somebody else's text on this address.
  if (url && !isMain && (url.protocol === "data:" || url.protocol === "blob:")) {
    return session.send("Fetch.continueRequest", { requestId });
  }
  const written = url ? checkAddress(url, []) : ({ ok: false, problem: "bad_address" } as const);
  if (!written.ok && IN_THE_BROWSER.has(written.problem)) {
    if (isMain) options.onMainBlocked(written.problem, false);
    return refuse(written.problem);
  }
  if (url && isMain) {
    const answer = await options.proxy.check(url);
    if (!answer.ok) {
      options.onMainBlocked(answer.reason, answer.unknownHost);
      return refuse(answer.reason);
    }
  }
  return session.send("Fetch.continueRequest", { requestId });
}

/** The proxy's question is answered with the secret; a site's question for a password is left unanswered. */
async function answerChallenge(session: CDPSession, event: Protocol.Fetch.AuthRequiredEvent, options: GuardOptions) {
  const isProxy = event.authChallenge.source === "Proxy";
  const authChallengeResponse = isProxy
    ? { response: "ProvideCredentials" as const, ...options.proxy.secret }
    : { response: "CancelAuth" as const };
  return session.send("Fetch.continueWithAuth", { requestId: event.requestId, authChallengeResponse });
}

/** Chromium itself keeps web pages from local files, before any request: only its message says so. */
function noteLocalResource(message: string, log: NetworkLog): void {
  const url = /^Not allowed to load local resource: (\S+)/.exec(message)?.[1];
  if (url) noteBlocked(log, url, "scheme_refused");
}

function noteBlocked(log: NetworkLog, url: string, reason: string): void {
  if (log.blocked.length < MAX_BLOCKED_LISTED) log.blocked.push({ url: url.slice(0, 500), reason });
}

function announcedBytes(event: Protocol.Fetch.RequestPausedEvent): number {
  const header = event.responseHeaders?.find(({ name }) => name.toLowerCase() === "content-length");
  return Number(header?.value ?? 0);
}
