import type { AskingProblem } from "#lib/core/evidence/timestamps/asking-problem";

/** What came back, with the middle of asking and answer by our clock; or why nothing did. */
export type Answer =
  | { ok: true; reply: Buffer; askedAt: Date; contentType: string }
  | { ok: false; problem: AskingProblem; detail: string };

const TIMEOUT_MS = 15_000;
/** Tokens with a chain of certificates have some 6 kB. */
const MAX_BYTES = 256 * 1024;

/**
 * Posts a timestamp query (RFC 3161, 3.4). Never throws: whatever an authority does is an answer.
 * @param query `application/timestamp-query`, DER.
 */
export async function askAuthority(
  authority: string,
  query: Uint8Array,
  { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, signal = new AbortController().signal } = {},
): Promise<Answer> {
  const begin = Date.now();
  const timeout = AbortSignal.timeout(timeoutMs);
  const problem = (code: AskingProblem, detail = ""): Answer => ({ ok: false, problem: code, detail });
  try {
    const response = await fetch(authority, {
      method: "POST",
      body: Buffer.from(query),
      headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
      // Somebody else's address was not configured.
      redirect: "manual",
      signal: AbortSignal.any([timeout, signal]),
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return problem("redirected", response.headers.get("location") ?? "");
    }
    if (!response.ok) {
      await response.body?.cancel();
      return problem("http_status", String(response.status));
    }
    const reply = await readUpTo(response, maxBytes);
    if (!reply) return problem("too_large", `more than ${maxBytes} bytes`);
    const askedAt = new Date((begin + Date.now()) / 2);
    return { ok: true, reply, askedAt, contentType: response.headers.get("content-type") ?? "" };
  } catch (thrown) {
    if (timeout.aborted) return problem("too_slow", `${timeoutMs} ms`);
    const { cause, message } = thrown as { cause?: { code?: string; message?: string }; message?: string };
    return problem("unreachable", cause?.code ?? cause?.message ?? message ?? "");
  }
}

/** @returns undefined when there is more; leaving the loop ends the connection. */
async function readUpTo(response: Response, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
