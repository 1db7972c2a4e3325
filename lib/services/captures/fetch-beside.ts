import { createHash } from "node:crypto";
import { type SafeFetchResult, safeFetch } from "#lib/adapters/net/safe-fetch";
import { env } from "#lib/env";

/** Something that was asked for beside the browser, for the provenance. */
export type FetchedBeside = {
  purpose: "media" | "witness";
  url: string;
  finalUrl: string;
  status: number;
  remoteAddress: string;
  bytes: number;
  sha256: string;
  /** ISO, when the answer had come. */
  at: string;
};

export type BesideBounds = { maxBytes: number; timeoutMs: number };

/** Asks for addresses beside the browser, as the browser calls itself and under the same rules, and keeps a list. */
export type BesideFetcher = {
  asked: FetchedBeside[];
  /** @throws AppError as `safeFetch` does; the signal's reason. */
  get(
    purpose: FetchedBeside["purpose"],
    url: string,
    bounds: BesideBounds & { headers?: Record<string, string> },
  ): Promise<SafeFetchResult>;
  /** @throws the reason why the worker is stopping. */
  throwIfAborted(): void;
};

export function startFetching(options: { userAgent: string; signal: AbortSignal }): BesideFetcher {
  const asked: FetchedBeside[] = [];
  return {
    asked,
    throwIfAborted: () => options.signal.throwIfAborted(),
    async get(purpose, url, { headers, ...bounds }) {
      const answer = await safeFetch(url, {
        ...bounds,
        allowHosts: env().CAPTURE_ALLOW_HOSTS,
        headers: { ...headers, "user-agent": options.userAgent },
        signal: options.signal,
      });
      const { finalUrl, status, remoteAddress, body } = answer;
      const sha256 = createHash("sha256").update(body).digest("hex");
      const at = new Date().toISOString();
      asked.push({ purpose, url, finalUrl, status, remoteAddress, bytes: body.length, sha256, at });
      return answer;
    },
  };
}
