import type { TextRange } from "#lib/core/text/segments";

export type Excerpt = { text: string; ranges: TextRange[]; isCutBefore: boolean; isCutAfter: boolean };

/** A space near a wish is close enough. */
const SLACK_CHARS = 40;

/**
 * The part of a long text that shows its first range, cut at spaces.
 * @param maxChars length of the part; shorter texts stay whole.
 */
export function excerpt(text: string, ranges: readonly TextRange[], maxChars: number): Excerpt {
  if (text.length <= maxChars) return { text, ranges: [...ranges], isCutBefore: false, isCutAfter: false };
  const first = ranges[0]?.start ?? 0;
  const wished = Math.max(0, Math.min(first - Math.floor(maxChars / 3), text.length - maxChars));
  const start = wished === 0 ? 0 : afterSpace(text, wished);
  const end = beforeSpace(text, Math.min(text.length, start + maxChars));
  const inside = ranges
    .map((range) => ({ start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start }))
    .filter((range) => range.start < range.end);
  return { text: text.slice(start, end), ranges: inside, isCutBefore: start > 0, isCutAfter: end < text.length };
}

function afterSpace(text: string, at: number): number {
  const found = text.slice(at, at + SLACK_CHARS).search(/\s/u);
  return found >= 0 ? at + found + 1 : onCharacter(text, at);
}

function beforeSpace(text: string, at: number): number {
  if (at === text.length) return at;
  const found = text.slice(at - SLACK_CHARS, at).search(/\s\S*$/u);
  return found >= 0 ? at - SLACK_CHARS + found : onCharacter(text, at);
}

/** Not between the halves of a surrogate pair. */
function onCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
