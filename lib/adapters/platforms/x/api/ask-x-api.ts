import { AppError } from "#lib/errors";
import type { ApiCall } from "#lib/schemas/request-options";

/** One answer of X's API v2, whatever its status. */
export type XApiAnswer = {
  status: number;
  rateLimit: ApiCall["rateLimit"];
  /** X's own number of the call. */
  requestId: string | null;
  /** The body's exact bytes. */
  bytes: Buffer;
};

/** A full page of 100 posts with everything asked for is well under 2 MB. */
const MAX_BODY_BYTES = 20_000_000;
const TIMEOUT_MS = 30_000;

/**
 * Asks X's API once. Redirects are not followed: the token goes to the configured origin only.
 * @param target.origin X_API_ORIGIN.
 * @throws AppError `api_failed` when nobody answers in time or the answer is absurdly large; the caller's abort reason.
 */
export async function askXApi(
  target: { origin: string; path: string; parameters?: URLSearchParams },
  token: string,
  signal?: AbortSignal,
): Promise<XApiAnswer> {
  const url = new URL(target.path, target.origin);
  url.search = target.parameters?.toString() ?? "";
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: "application/json", "user-agent": "Daleel" },
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return {
      status: response.status,
      rateLimit: readRateLimit(response.headers),
      requestId: response.headers.get("x-transaction-id") ?? response.headers.get("x-request-id"),
      bytes: await readBytes(response),
    };
  } catch (thrown) {
    signal?.throwIfAborted();
    if (thrown instanceof AppError) throw thrown;
    // The cause says what happened on the network; the request's headers are in none of these errors.
    const why = thrown instanceof Error ? String(thrown.cause ?? thrown.message) : String(thrown);
    throw new AppError("api_failed", `${url.origin}${url.pathname}: ${why}`);
  }
}

/** `x-rate-limit-*` count one window of one endpoint; X sends no Retry-After. */
function readRateLimit(headers: Headers): ApiCall["rateLimit"] {
  const number = (name: string) => {
    const text = headers.get(name);
    return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
  };
  const reset = number("x-rate-limit-reset");
  return {
    limit: number("x-rate-limit-limit"),
    remaining: number("x-rate-limit-remaining"),
    resetAt: reset === null ? null : new Date(reset * 1000).toISOString(),
  };
}

async function readBytes(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new AppError("api_failed", `An answer of more than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
