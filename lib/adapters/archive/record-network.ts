import type { CDPSession } from "puppeteer-core";
import {
  announcedBytes,
  BODY_PATIENCE_MS,
  type Chain,
  type Extra,
  exchangeOf,
  type Hop,
  within,
} from "#lib/adapters/archive/hop";
import { BodyCollector } from "#lib/adapters/archive/response-body";
import { type Body, NO_BODY } from "#lib/adapters/archive/spill";
import type { Exchange, Truncation } from "#lib/core/archive/exchange";
import { truncationOf } from "#lib/core/archive/is-whole";
import { headerLines, parseHeaderText } from "#lib/core/archive/recorded-headers";

/** Takes over one exchange; its body may be read until the promise is settled. */
export type ExchangeSink = (exchange: Exchange, body: Body) => Promise<void>;

/** Listens to what a page and everything in it send and receive. */
export type NetworkRecorder = {
  /** To be called for the page's session and those of its frames and workers, before their network is on. */
  listen(session: CDPSession, mainFrameId: string | undefined): void;
  /** Hands over what is still open, as it stands. Resolves when the sink has everything. */
  finish(): Promise<{ main: { url: string; sentAt: Date } | null; left: number }>;
};

export type RecorderOptions = {
  sink: ExchangeSink;
  /** For bodies that are too large for memory. */
  folder: string;
  /** All bodies together; what comes after is recorded without its body, as truncated. */
  maxBytes: number;
  /** The address that a host was reached at, when the browser itself only sees a proxy. */
  addressOf?: (host: string) => string | null;
};

type EndedBody = { body: Body; truncated: Truncation | null; isReencoded: boolean };

/** Starts a recorder that passes every finished exchange on, in the order in which they finish. */
export function recordNetwork(options: RecorderOptions): NetworkRecorder {
  const chains = new Map<string, Chain>();
  const bodies = new Map<Hop, Promise<EndedBody>>();
  const seen = new Set<string>();
  let queue: Promise<void> = Promise.resolve();
  let bodyBytes = 0;
  let isFinished = false;
  let main: { url: string; sentAt: Date } | null = null;

  const chainOf = (requestId: string): Chain => {
    const chain = chains.get(requestId) ?? { hops: [], requestExtras: [], responseExtras: [], isFromCache: false };
    chains.set(requestId, chain);
    return chain;
  };

  /** The hop that events without a place of their own belong to. */
  const current = (requestId: string) => chains.get(requestId)?.hops.at(-1);

  function listen(session: CDPSession, mainFrameId: string | undefined): void {
    session.on("Network.requestWillBeSent", (event) => {
      if (isFinished || !/^https?:/i.test(event.request.url)) return;
      const chain = chainOf(event.requestId);
      const before = chain.hops.at(-1);
      if (event.redirectResponse && before) {
        Object.assign(before, { response: event.redirectResponse, hasExtra: event.redirectHasExtraInfo });
        Object.assign(before, { isRedirect: true, ended: { error: null } });
        handOver(event.requestId);
      }
      chain.hops.push({
        session,
        requestId: event.requestId,
        request: event.request,
        purpose: (event.type ?? "Other").toLowerCase(),
        isMain: mainFrameId !== undefined && event.frameId === mainFrameId && event.type === "Document",
        sentAt: new Date(event.wallTime * 1000),
        hasExtra: false,
        isRedirect: false,
        countedBytes: 0,
        isHandedOver: false,
      });
    });
    session.on("Network.requestWillBeSentExtraInfo", ({ requestId, headers }) => {
      if (isFinished) return;
      chainOf(requestId).requestExtras.push({ headers: headerLines(headers) });
      handOver(requestId);
    });
    session.on("Network.responseReceivedExtraInfo", ({ requestId, headers, headersText }) => {
      if (isFinished) return;
      const lines = headersText ? parseHeaderText(headersText) : headerLines(headers);
      chainOf(requestId).responseExtras.push({ headers: lines });
      handOver(requestId);
    });
    session.on("Network.requestServedFromCache", ({ requestId }) => {
      if (!isFinished) chainOf(requestId).isFromCache = true;
    });
    session.on("Network.responseReceived", ({ requestId, response, hasExtraInfo }) => {
      const hop = current(requestId);
      if (!hop || hop.response || isFinished) return;
      // A frame of another process is asked for in one session and answered in another.
      Object.assign(hop, { response, hasExtra: hasExtraInfo, session });
      hop.collector = new BodyCollector({ session, requestId, charset: response.charset }, options.folder);
      if (hop.isMain) main = { url: response.url, sentAt: hop.sentAt };
    });
    session.on("Network.dataReceived", ({ requestId, dataLength, data }) => {
      const hop = current(requestId);
      if (!hop || isFinished) return;
      hop.countedBytes += dataLength;
      if (data) hop.collector?.add(Buffer.from(data, "base64"));
    });
    session.on("Network.loadingFinished", ({ requestId }) => end(requestId, null));
    session.on("Network.loadingFailed", ({ requestId, errorText }) => end(requestId, errorText));
  }

  function end(requestId: string, error: string | null): void {
    const hop = current(requestId);
    if (!hop || hop.ended || isFinished) return;
    hop.ended = { error };
    // The browser forgets bodies when the page goes elsewhere: this one is asked for now, whatever is still awaited.
    bodies.set(hop, takeBody(hop));
    handOver(requestId);
  }

  async function takeBody(hop: Hop): Promise<EndedBody> {
    const { session, requestId, response, collector, countedBytes, ended } = hop;
    const facts = {
      method: hop.request.method,
      status: response?.status ?? 0,
      announced: announcedBytes(hop),
      isRedirect: hop.isRedirect,
      error: ended ? ended.error : "unfinished",
    };
    if (!collector) return { body: NO_BODY, truncated: truncationOf({ ...facts, bytes: 0 }), isReencoded: false };
    if (bodyBytes + countedBytes > options.maxBytes) {
      (await collector.soFar()).drop();
      return { body: NO_BODY, truncated: "length", isReencoded: false };
    }
    bodyBytes += countedBytes;
    if (ended?.error === null) {
      const source = { session, requestId, charset: response?.charset, countedBytes };
      const taken = await within(BODY_PATIENCE_MS, collector.finished(source));
      if (taken) return { ...taken, truncated: null };
      return { body: NO_BODY, truncated: countedBytes > 0 ? "unspecified" : null, isReencoded: false };
    }
    const body = (await within(BODY_PATIENCE_MS, collector.soFar())) ?? NO_BODY;
    return { body, truncated: truncationOf({ ...facts, bytes: body.bytes }), isReencoded: false };
  }

  /** Passes on the hops of a request that are complete; headers may come after the body. */
  function handOver(requestId: string, isLast = false): void {
    const chain = chains.get(requestId);
    if (!chain) return;
    let extra = -1;
    for (const hop of chain.hops) {
      if (!hop.response) return;
      if (hop.hasExtra) extra++;
      const headers = hop.hasExtra ? chain.requestExtras[extra] : undefined;
      const answered = hop.hasExtra ? chain.responseExtras[extra] : undefined;
      if (hop.isHandedOver) continue;
      const isComplete = hop.ended && (!hop.hasExtra || (headers && answered));
      if (!isComplete && !isLast) return;
      hop.isHandedOver = true;
      pass(hop, headers, answered, chain.isFromCache);
    }
    const last = chain.hops.at(-1);
    // After a redirect the same request goes on.
    if (last?.isHandedOver && !last.isRedirect) chains.delete(requestId);
  }

  function pass(hop: Hop, headers: Extra | undefined, answered: Extra | undefined, isFromCache: boolean): void {
    const { response } = hop;
    if (!response) return;
    const taken = bodies.get(hop) ?? takeBody(hop);
    bodies.delete(hop);
    const key = `${hop.request.method} ${hop.request.url}`;
    const isCopy = (response.fromDiskCache || response.fromPrefetchCache || isFromCache) && seen.has(key);
    seen.add(key);
    queue = queue.then(async () => {
      const { body, truncated, isReencoded } = await taken;
      try {
        // What the browser had already is in the archive already.
        if (isCopy) return;
        const facts = await exchangeOf(hop, response, { request: headers, response: answered }, options.addressOf);
        await options.sink({ ...facts, truncated, isReencoded }, body);
      } finally {
        body.drop();
      }
    });
    // The failure is the finisher's to hear.
    queue.catch(() => undefined);
  }

  async function finish() {
    // Whoever is still loading has no end to wait for.
    let left = 0;
    for (const [requestId, chain] of chains) {
      const last = chain.hops.at(-1);
      if (last?.response && !last.ended) left++;
      handOver(requestId, true);
    }
    isFinished = true;
    await queue;
    return { main, left };
  }

  return { listen, finish };
}
