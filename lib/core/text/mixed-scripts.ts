import type { TextRange } from "#lib/core/text/segments";

/** Alphabets whose letters are taken for one another's: `a` and Cyrillic `а`, `o` and Greek `ο` (Unicode UTS #39). */
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const WORDS = /[\p{L}\p{M}]+/gu;

/**
 * Words with letters of more than one of these alphabets: mostly letters swapped for their look-alikes, so that a copy
 * is not found. A word that is swapped whole, and letters of the same alphabet that look alike, are not noticed; wide,
 * mathematical and presentation forms need no notice, because folding makes them plain letters.
 * @returns ordered, not overlapping.
 */
export function findMixedScriptWords(text: string): TextRange[] {
  return Array.from(text.matchAll(WORDS))
    .filter(([word]) => ALPHABETS.filter((alphabet) => alphabet.test(word)).length > 1)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
