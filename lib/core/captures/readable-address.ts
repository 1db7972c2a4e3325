/** What must not be shown raw inside an address: spaces, controls, and marks that turn the writing direction. */
const HIDDEN = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu;

/**
 * A web address as a person reads it: no scheme, no `www.`, no slash at the end, letters instead of `%D9%88…`.
 * Only for showing; what is stored and linked stays as it is.
 */
export function readableAddress(url: string): string {
  const short = url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  try {
    // Leaves %2F, %3F and the like alone, which would change the meaning.
    return decodeURI(short).replace(HIDDEN, (char) => encodeURIComponent(char.isWellFormed() ? char : "\ufffd"));
  } catch {
    return short;
  }
}
