/** A part of a file: both ends count, as in `Content-Range`. */
export type ByteRange = { start: number; end: number };

/** What a `Range` header asks for: the whole file, one part of it, or a part that it does not have. */
export type RangeAnswer = { kind: "whole" } | { kind: "part"; range: ByteRange } | { kind: "unsatisfiable" };

const WHOLE: RangeAnswer = { kind: "whole" };

/**
 * Reads a request's `Range` header (RFC 9110 §14.1-14.2). Units other than bytes, headers that are malformed and lists
 * of several parts are answered with the whole file, which the RFC allows.
 *
 * @param header undefined or null without one.
 * @param bytes the file's length.
 * @param ifRange the `If-Range` header: the part is only wanted of the very file that the reader has the beginning of.
 * @param etag the file's strong entity tag, with its quotes.
 */
export function readRange(
  header: string | null | undefined,
  bytes: number,
  ifRange: string | null | undefined,
  etag: string,
): RangeAnswer {
  // A date says less than our tag does, so only the tag counts.
  if (!header || (ifRange && ifRange.trim() !== etag)) return WHOLE;
  const match = /^bytes\s*=\s*(\d*)-(\d*)\s*$/i.exec(header.trim());
  const [, first = "", last = ""] = match ?? [];
  if (!match || (first === "" && last === "")) return WHOLE;
  if (first === "") {
    const length = Number(last);
    if (length === 0 || bytes === 0) return { kind: "unsatisfiable" };
    return { kind: "part", range: { start: Math.max(0, bytes - length), end: bytes - 1 } };
  }
  const start = Number(first);
  const end = last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== "" && Number(last) < start) return WHOLE;
  return start < bytes ? { kind: "part", range: { start, end } } : { kind: "unsatisfiable" };
}
