import type { CDPSession, Protocol } from "puppeteer-core";

/** Pictures and films that one page received whole; a page shows hundreds of small ones. */
const MAX_HELD = 1_000;

/** Bytes that the browser received and still holds. */
export type ReceivedBodies = {
  /** To be called for the page's session and those of its frames. */
  listen(session: CDPSession): void;
  /** The bytes of a picture or film, exactly as they came; null when the browser did not get it whole or let it go. */
  read(url: string): Promise<Buffer | null>;
};

/** Remembers where the browser holds each picture and film, so that it need not be asked for a second time. */
export function startReceivedBodies(): ReceivedBodies {
  const held = new Map<string, { session: CDPSession; requestId: string }>();
  return {
    listen(session) {
      const coming = new Map<string, string>();
      session.on("Network.responseReceived", ({ requestId, type, response }) => {
        if (isWholeMedia(type, response)) coming.set(requestId, response.url);
      });
      session.on("Network.loadingFailed", ({ requestId }) => coming.delete(requestId));
      session.on("Network.loadingFinished", ({ requestId }) => {
        const url = coming.get(requestId);
        coming.delete(requestId);
        if (url !== undefined && held.size < MAX_HELD) held.set(url, { session, requestId });
      });
    },
    async read(url) {
      const place = held.get(new URL(url).href);
      if (!place) return null;
      const { session, requestId } = place;
      const answer = await session.send("Network.getResponseBody", { requestId }).catch(() => null);
      // Pictures come as base64; what comes as text was decoded and is not what was sent.
      return answer?.base64Encoded ? Buffer.from(answer.body, "base64") : null;
    },
  };
}

/** A part of a film (206) is not the film, and a picture out of the browser's own cache was not sent now. */
function isWholeMedia(type: Protocol.Network.ResourceType, response: Protocol.Network.Response): boolean {
  return (type === "Image" || type === "Media") && response.status === 200 && !response.fromDiskCache;
}
