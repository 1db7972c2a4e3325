import type { Truncation } from "#lib/core/archive/exchange";

/** Statuses whose answers have no body, whatever their headers say (RFC 9110 §6.4.1). */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Whether a body that came without a proper end is whole all the same, and if not, why (WARC 1.1 §5.13).
 * @param facts.bytes how many came.
 * @param facts.announced what the server announced; null when it did not, or announced coded bytes.
 * @param facts.error Chromium's `net::ERR_…`; null when the end was proper; `unfinished` when nobody waited for it.
 * @returns null for a whole body.
 */
export function truncationOf(facts: {
  method: string;
  status: number;
  bytes: number;
  announced: number | null;
  isRedirect: boolean;
  error: string | null;
}): Truncation | null {
  const { bytes, announced, error } = facts;
  if (facts.method === "HEAD" || WITHOUT_BODY.has(facts.status)) return null;
  if (announced !== null && bytes === announced) return null;
  // Browsers throw the body of a redirect away.
  if (facts.isRedirect) return announced ? "unspecified" : null;
  // Chromium's word for an error status with nothing behind it.
  if (error === "net::ERR_HTTP_RESPONSE_CODE_FAILURE" && bytes === 0) return null;
  if (error === null) return announced !== null && bytes < announced ? "disconnect" : null;
  if (error === "unfinished") return "time";
  if (/BLOCKED_BY_CLIENT/.test(error)) return "length";
  if (/CONNECTION|EMPTY_RESPONSE|INCOMPLETE|CONTENT_LENGTH_MISMATCH|NETWORK/.test(error)) return "disconnect";
  return "unspecified";
}
