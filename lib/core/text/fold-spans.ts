/** Start (inclusive) and end (exclusive) of something that folding leaves out. */
export type Span = [start: number, end: number];

/**
 * Addresses as posts show them: t.co links (text often follows without a space), anything with a scheme,
 * `www.`, and a bare host with a path (`bit.ly/abc`, `pic.twitter.com/abc`).
 */
const URLS =
  /https?:\/\/t\.co\/[a-z0-9]+|https?:\/\/[^\s<>"«»]+|(?<![a-z0-9_.@-])(?:www\.[^\s<>"«»]+|(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"«»]*)/giu;
/** Punctuation after an address belongs to the sentence. */
const AFTER_URL = /[.,;:!?)\]}'’”…،؛؟]+$/u;
/** `RT @name:` and `@name`; the part before `@` of an e-mail address is no mention. */
const MENTIONS = /(?<![\p{L}\p{N}_])RT\s+@[\p{L}\p{N}\p{M}_]+\s?:?|(?<![a-z0-9_])@[\p{L}\p{N}\p{M}_]+/giu;

/** Addresses, `RT @x:` and mentions in a normalised text, in order, not overlapping. */
export function findDroppedSpans(text: string): Span[] {
  const urls = /[/]|www/iu.test(text) ? findUrls(text) : [];
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
  return Array.from(text.matchAll(URLS), (match): Span => {
    const address = match[0].replace(AFTER_URL, "");
    return [match.index, match.index + address.length];
  });
}
