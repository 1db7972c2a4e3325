import { type CDPSession, CDPSessionEvent, type Protocol } from "puppeteer-core";
import type { AddressGate } from "#lib/adapters/browser/address-gate";
import type { NetworkLog } from "#lib/adapters/browser/network-log";
import type { CaptureLimits } from "#lib/core/captures/limits";

/** Provenance lists this many blocked requests; a hostile page makes thousands. */
const MAX_BLOCKED_LISTED = 100;

export type GuardOptions = {
  gate: AddressGate;
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
 * Holds every request of a page until its address is allowed, in frames and workers too: each new target waits
 * for the debugger and gets the same guard before it runs. Redirects come by again and are checked again.
 */
export async function guardSession(session: CDPSession, options: GuardOptions, isPage: boolean): Promise<void> {
  options.listen(session, isPage ? options.mainFrameId : undefined);
  session.on("Fetch.requestPaused", (event) => {
    void decide(session, event, options).catch(() => undefined);
  });
  session.on(CDPSessionEvent.SessionAttached, (child) => {
    void guardSession(child, options, false).catch(() => undefined);
  });
  const tolerant = (work: Promise<unknown>) => (isPage ? work : work.catch(() => undefined));
  const patterns = [
    { urlPattern: "*", requestStage: "Request" as const },
    { urlPattern: "*", requestStage: "Response" as const },
  ];
  await Promise.all([
    tolerant(session.send("Network.enable", { maxTotalBufferSize: 200_000_000, maxResourceBufferSize: 60_000_000 })),
    tolerant(session.send("Network.setBypassServiceWorker", { bypass: true })),
    tolerant(session.send("Fetch.enable", { patterns })),
    tolerant(session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })),
  ]);
  await session.send("Runtime.runIfWaitingForDebugger").catch(() => undefined);
}

async function decide(session: CDPSession, event: Protocol.Fetch.RequestPausedEvent, options: GuardOptions) {
  const { requestId } = event;
  const { log, limits } = options;
  const refuse = (reason: string) => {
    if (log.blocked.length < MAX_BLOCKED_LISTED) log.blocked.push({ url: event.request.url.slice(0, 500), reason });
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
  const answer = url ? await options.gate(url) : { ok: false as const, reason: "bad_address", unknownHost: false };
  if (answer.ok) return session.send("Fetch.continueRequest", { requestId });
  if (isMain) options.onMainBlocked(answer.reason, answer.unknownHost);
  return refuse(answer.reason);
}

function announcedBytes(event: Protocol.Fetch.RequestPausedEvent): number {
  const header = event.responseHeaders?.find(({ name }) => name.toLowerCase() === "content-length");
  return Number(header?.value ?? 0);
}
