/** A `#` at the start of a word, then letters, marks, digits, underscores of any script. */
const HASHTAG = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_\u200c]*\p{L}[\p{L}\p{M}\p{N}_\u200c]*)/gu;

/** The hashtags in a text, without `#`, as written, each once. */
export function findHashtags(text: string): string[] {
  return [...new Set([...text.matchAll(HASHTAG)].map((match) => match[1] ?? ""))];
}
