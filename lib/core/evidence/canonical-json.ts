import canonicalize from "canonicalize";

/**
 * JSON in the one form that hashes are taken over (RFC 8785, JSON Canonicalization Scheme).
 * @param value plain data: no undefined members, no bigint, no Date.
 * @throws TypeError when the value is not JSON.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("This value has no JSON form");
  return text;
}
