/**
 * One folding for everything that is compared: search, same wording, hashtags. For matching, never for display.
 *
 * Order (each step has its test):
 *  1. NFKC, piece by piece (a base letter with its marks), so that each result still knows where it came from;
 *     NFD first would tear آ into ا + madda and hide it from step 6
 *  2. format characters go (bidi marks, ZWJ, ZWNJ, BOM, …) and unpaired surrogates
 *  3. links, `RT @name:` and mentions go; hashtags keep their words (`#a_b` → `a b`)
 *  4. emoji go, with their joiners, skin tones and flags
 *  5. tashkeel, other combining marks and tatweel go
 *  6. أإآٱ→ا, ى→ي, ة→ه, ؤ→و, ئ→ي, Persian ی ک → ي ك
 *  7. ٠-٩ and ۰-۹ → 0-9
 *  8. lower case
 *  9. a letter repeated more than twice stays twice
 * 10. everything else that is not a letter or digit is a space; spaces collapse
 */

/** Raised whenever the same text could fold differently; stored with each wording. */
export const FOLD_VERSION = 1;

/** A folded text that knows where it came from. */
export type Folded = {
  folded: string;
  /** For each UTF-16 unit of `folded`: where its piece starts in the original. */
  starts: Uint32Array;
  /** For each UTF-16 unit of `folded`: where its piece ends in the original, exclusive. */
  ends: Uint32Array;
};

const SAME_AS: Record<string, string> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ہ: "ه",
  ھ: "ه",
  ک: "ك",
  ...digitsFrom(0x0660),
  ...digitsFrom(0x06f0),
};

function digitsFrom(zero: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(zero + digit), `${digit}`]));
}

/** A base character and the marks on it; a lone mark is a piece too. */
const PIECE = /\P{M}\p{M}*|\p{M}+/gu;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"]+|\b(?:t\.co|pic\.twitter\.com|pic\.x\.com)\/[\w/-]+/giu;
const RETWEET = /^\s*RT\s+@\w+:?/iu;
const MENTION = /(^|[^\p{L}\p{N}_@])@\w+/giu;
const KEEP = /[\p{L}\p{N}]/u;
const MARK_OR_FORMAT = /[\p{M}\p{Cf}\p{Cs}\p{Co}\p{Cn}ـ]/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Emoji_Modifier}/u;

/**
 * Folds a text and keeps the way back.
 * @param text anything, also broken UTF-16.
 * @returns folded text: letters and digits in words parted by single spaces, none at the ends.
 */
export function fold(text: string): Folded {
  const skip = findSkipped(text);
  const out = new FoldedWriter(text.length);
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    const end = start + match[0].length;
    if (skip?.[start]) {
      out.space();
      continue;
    }
    for (const char of match[0].normalize("NFKC")) foldChar(char, start, end, out);
  }
  return out.finish();
}

/** Only the folded text, where nobody needs the way back. */
export function foldText(text: string): string {
  return fold(text).folded;
}

/** A hashtag as a key: `#مقاطعة_تويتر`, `مقاطعة_تويتر` and `مُقاطعه_تويتر` are one. Words stay joined by `_`. */
export function foldHashtag(tag: string): string {
  return foldText(tag.replace(/^[#＃]/u, "")).replaceAll(" ", "_");
}

function foldChar(char: string, start: number, end: number, out: FoldedWriter): void {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) {
    const isWord = (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
    if (isWord) out.char(char, start, end);
    else if (code >= 65 && code <= 90) out.char(char.toLowerCase(), start, end);
    else out.space();
    return;
  }
  if (MARK_OR_FORMAT.test(char)) return;
  if (EMOJI.test(char) || !KEEP.test(char)) {
    out.space();
    return;
  }
  // Lower case can fall apart (İ → i + dot above), and what is left of NFKC's pieces may carry marks.
  for (const lower of char.toLowerCase()) {
    if (!MARK_OR_FORMAT.test(lower)) out.char(SAME_AS[lower] ?? lower, start, end);
  }
}

/** Which units belong to links, the retweet prefix and mentions; undefined when there are none. */
function findSkipped(text: string): Uint8Array | undefined {
  if (!/[@/]|www\./iu.test(text)) return undefined;
  const skip = new Uint8Array(text.length);
  const mark = (start: number, end: number) => skip.fill(1, start, end);
  for (const match of text.matchAll(LINK)) mark(match.index, match.index + match[0].length);
  const retweet = RETWEET.exec(text);
  if (retweet) mark(0, retweet[0].length);
  for (const match of text.matchAll(MENTION)) {
    mark(match.index + (match[1]?.length ?? 0), match.index + match[0].length);
  }
  return skip;
}

/** Collects folded units; knows about spaces and repeats. */
class FoldedWriter {
  #text = "";
  #starts: Uint32Array;
  #ends: Uint32Array;
  #pendingSpace = false;
  #last = "";
  #run = 0;

  constructor(capacity: number) {
    this.#starts = new Uint32Array(capacity + 16);
    this.#ends = new Uint32Array(capacity + 16);
  }

  space(): void {
    this.#pendingSpace = this.#text.length > 0;
    this.#run = 0;
    this.#last = "";
  }

  char(char: string, start: number, end: number): void {
    // Digits repeat with meaning (1000); letters do not.
    const isDigit = char >= "0" && char <= "9";
    this.#run = char === this.#last && !isDigit ? this.#run + 1 : 1;
    this.#last = char;
    if (this.#run > 2) return;
    if (this.#pendingSpace) {
      // Inside a ligature (ﷺ) the space belongs to the same piece as its neighbours.
      const previousEnd = this.#ends[this.#text.length - 1] ?? start;
      this.#push(" ", Math.min(previousEnd, start), Math.max(previousEnd, start));
      this.#pendingSpace = false;
    }
    this.#push(char, start, end);
  }

  #push(char: string, start: number, end: number): void {
    for (let i = 0; i < char.length; i++) {
      const at = this.#text.length + i;
      if (at >= this.#starts.length) this.#grow();
      this.#starts[at] = start;
      this.#ends[at] = end;
    }
    this.#text += char;
  }

  /** NFKC can make a text longer: ﷺ becomes four words. */
  #grow(): void {
    const grow = (from: Uint32Array) => {
      const bigger = new Uint32Array(from.length * 2);
      bigger.set(from);
      return bigger;
    };
    this.#starts = grow(this.#starts);
    this.#ends = grow(this.#ends);
  }

  finish(): Folded {
    const length = this.#text.length;
    return { folded: this.#text, starts: this.#starts.subarray(0, length), ends: this.#ends.subarray(0, length) };
  }
}
