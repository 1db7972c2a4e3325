/** Start (inclusive) and end (exclusive) of something that folding leaves out. */
export type Span = [start: number, end: number];

/** Addresses with a scheme; t.co links end with their code, because text often follows without a space. */
const SCHEMED = /https?:\/\/(?:t\.co\/[a-z0-9]+|[^\s<>"«»]+)/giu;
/** `www.` and a bare host with a path (`bit.ly/abc`, `pic.twitter.com/abc`). */
const BARE = /(?<![a-z0-9_.@-])(?:www\.[^\s<>"«»]+|(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"«»]*)/giu;
/** Punctuation after an address belongs to the sentence. */
const AFTER_URL = new Set(".,;:!?)]}'’”…،؛؟");
/** `RT @name:` and `@name`; the part before `@` of an e-mail address is no mention. */
const MENTIONS = /(?<![\p{L}\p{N}_])RT\s+@[\p{L}\p{N}\p{M}_]+\s?:?|(?<![a-z0-9_])@[\p{L}\p{N}\p{M}_]+/giu;

/** Addresses, `RT @x:` and mentions in a normalised text, in order, not overlapping. */
export function findDroppedSpans(text: string): Span[] {
  const urls = findUrls(text);
  if (!text.includes("@")) return urls;
  const spans = [...urls];
  for (const match of text.matchAll(MENTIONS)) {
    const start = match.index;
    const isInUrl = urls.some(([from, to]) => start >= from && start < to);
    if (!isInUrl) spans.push([start, start + match[0].length]);
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

function findUrls(text: string): Span[] {
  const schemed = text.includes("://") ? matchesOf(SCHEMED, text) : [];
  if (!mayHoldBare(text, schemed)) return schemed;
  // Inside an address with a scheme the host alone looks like a bare one.
  const bare = matchesOf(BARE, text).filter(([at]) => !schemed.some(([start, end]) => at >= start && at < end));
  return bare.length === 0 ? schemed : joinSpans(schemed, bare);
}

/** Bare addresses have a slash or `www.` outside of the others; most posts have none, and looking for them is slow. */
function mayHoldBare(text: string, schemed: readonly Span[]): boolean {
  let at = 0;
  for (const [start, end] of [...schemed, [text.length, text.length] as const]) {
    const slash = text.indexOf("/", at);
    if (slash >= 0 && slash < start) return true;
    at = end;
  }
  return /www\./iu.test(text);
}

function matchesOf(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), (match): Span => {
    let end = match.index + match[0].length;
    // Step by step from the end: a pattern for it would begin anew at every dot of a hostile address.
    while (end > match.index && AFTER_URL.has(text.charAt(end - 1))) end--;
    return [match.index, end];
  });
}

/**
 * `#` and the words that hang on it, as X has them: letters, digits, marks and `_`, also joined by a middle dot or ZWNJ;
 * not inside a word or an address (`page#part`), and not digits alone (`#1`).
 */
const HASHTAGS = /(?<![\p{L}\p{N}_&/])#(?=[\p{N}_]*[\p{L}\p{M}])[\p{L}\p{N}\p{M}_·\u200c]+/gu;

/** Hashtags in a normalised text, in order, not overlapping. */
export function findHashtagSpans(text: string): Span[] {
  if (!text.includes("#")) return [];
  return Array.from(text.matchAll(HASHTAGS), (match): Span => [match.index, match.index + match[0].length]);
}

/** Two lists of spans as one, in order, overlapping ones as one. */
export function joinSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [start, end] of [...a, ...b].sort((x, y) => x[0] - y[0])) {
    const last = joined.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
