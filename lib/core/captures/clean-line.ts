/** Zero-width spaces, bidi marks, word joiners, soft hyphens, byte order marks: invisible in a pasted line. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Joiners are letters' business inside a word (Persian hashtags) and invisible dirt at its ends. */
const EDGE_JOINERS = /^[\u200c\u200d]+|[\u200c\u200d]+$/g;

const OPENING = "<([{«‹“‘„\"'`*_،؛,;:";
const CLOSING = ">)]}»›”’“\"'`*.,;:!?…،؛؟۔";
const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Takes what nobody sees out of a pasted line and evens its spaces. */
export function cleanLine(line: string): string {
  return line.normalize("NFC").replace(INVISIBLE, "").replace(/\s+/g, " ").trim().replace(EDGE_JOINERS, "");
}

/**
 * Takes quotation marks, brackets and sentence punctuation, Latin and Arabic, off the ends of a word.
 * A closing bracket stays when its opening one is in the word: `/wiki/Bus_(city)`.
 */
export function stripPunctuation(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && OPENING.includes(word.charAt(start))) start++;
  while (end > start) {
    const last = word.charAt(end - 1);
    const opening = PAIRS[last];
    if (!CLOSING.includes(last) || (opening !== undefined && isBalanced(word.slice(start, end), opening, last))) break;
    end--;
  }
  return word.slice(start, end).replace(EDGE_JOINERS, "");
}

function isBalanced(word: string, opening: string, closing: string): boolean {
  return word.split(opening).length >= word.split(closing).length;
}
