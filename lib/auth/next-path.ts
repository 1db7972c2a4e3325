/** Any origin: only tells whether an address stays on the site it is read on. */
const HERE = "http://here.invalid";

/** Hands pages the path that was asked for; set by proxy.ts, never taken from a client. */
export const PATH_HEADER = "x-daleel-path";

/**
 * Where to go after signing in: a page of this site, or the fallback.
 * Refuses other sites in every spelling a browser accepts (`//host`, `/\host`, `/.//host`, control characters), and
 * the machine side under `/api`.
 */
export function safeNextPath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > 2_000) return fallback;
  // Browsers read a backslash as a slash and drop tabs and line breaks.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused.
  if (/[\\\u0000-\u001f\u007f]/.test(wanted) || !URL.canParse(wanted, HERE)) return fallback;
  const url = new URL(wanted, HERE);
  if (url.origin !== HERE || url.pathname.startsWith("//") || /^\/api(\/|$)/i.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}
