import { DROP, foldUnit, isLetterUnit, isWordCharacter, SPACE, SURROGATE } from "#lib/core/text/fold-characters";
import { decode, type FoldedPair, foldFast } from "#lib/core/text/fold-fast";
import { normaliseTraced } from "#lib/core/text/fold-normalise";
import { findDroppedSpans, findHashtagSpans, joinSpans, type Span } from "#lib/core/text/fold-spans";

/** Stored with every wording; raise it whenever any text could fold differently. */
export const FOLD_VERSION = 1;

export type Folded = {
  /** For matching, never for display. */
  folded: string;
  /**
   * For each UTF-16 unit of `folded`, where it begins in the original, and one more entry: where the last one ends.
   * Never falls; equal neighbours come from one original character (`ﷺ`).
   */
  map: Uint32Array;
};

/** One pass settles every text of these scripts; elsewhere a dropped character can bring two together that compose. */
const SETTLED = /^[\x20-\x7e\xdf-\u024f\u0400-\u045f\u0620-\u06d5]*$/;
const MAX_PASSES = 4;

/**
 * The same words in the same form, whatever their addresses, mentions, emoji, vowel signs, letter forms and digits.
 * In order: NFKC; format characters dropped; addresses, `RT @x:` and mentions dropped; hashtags keep their words;
 * emoji dropped; vowel signs and tatweel dropped; alef, ya, ta marbuta, waw and kaf forms; digits; lower case;
 * a letter more than twice in a row kept twice; all that is no letter or digit a space; spaces collapsed.
 * (NFD before the letter forms would tear آ into ا and a mark.) Folding what is folded changes nothing. Never throws; unpaired surrogates and controls are dropped.
 */
export function fold(text: string): Folded {
  let result = foldOnce(text);
  for (let pass = 1; pass < MAX_PASSES && !SETTLED.test(result.folded); pass++) {
    const again = foldOnce(result.folded);
    if (again.folded === result.folded) break;
    const outer = result.map;
    result = { folded: again.folded, map: again.map.map((at) => outer[at] ?? 0) };
  }
  return result;
}

/** Only the folded text, where nobody needs the way back. */
export function foldText(text: string): string {
  return foldPair(text).folded;
}

/**
 * The folded text, and the same without its hashtags' words: what somebody wrote besides tagging it.
 * Most texts go the fast way; the result is the same.
 */
export function foldPair(text: string): FoldedPair {
  const fast = foldFast(text);
  if (!fast) return foldPairSlowly(text);
  if (SETTLED.test(fast.folded)) return fast;
  return { folded: fold(text).folded, own: fast.own === fast.folded ? fold(text).folded : foldOwn(text) };
}

/** By way of `fold`: the reference that the fast way is tested against. */
export function foldPairSlowly(text: string): FoldedPair {
  return { folded: fold(text).folded, own: foldOwn(text) };
}

function foldOwn(text: string): string {
  const { text: normalised } = normaliseTraced(text);
  const tags = findHashtagSpans(normalised);
  if (tags.length === 0) return fold(text).folded;
  return fold(foldOnce(text, joinSpans(findDroppedSpans(normalised), tags)).folded).folded;
}

/**
 * The one form of a hashtag, for keys and filters: folded, words joined by `_`, without `#`.
 * A tag that folds to nothing (only emoji) stays as it was written.
 */
export function foldHashtag(tag: string): string {
  // Some signs only become `#` by NFKC; done again it must change nothing.
  const bare = tag
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/^[#\s]+/u, "")
    .trim();
  return foldText(bare).replaceAll(" ", "_") || bare;
}

/** @param dropped what to leave out, in offsets of the normalised text; addresses and mentions unless given. */
function foldOnce(original: string, dropped?: readonly Span[]): Folded {
  const { text, from, to } = normaliseTraced(original);
  const spans = dropped ?? findDroppedSpans(text);
  const units = new Uint16Array(text.length);
  const map = new Uint32Array(text.length + 1);
  let count = 0;
  let end = 0;
  let nextSpan = 0;

  const startOf = (i: number) => (from ? (from[i] ?? 0) : i);
  const endOf = (i: number) => (to ? (to[i] ?? 0) : i + 1);
  const put = (unit: number, i: number) => {
    const previous = count > 0 ? units[count - 1] : SPACE;
    if (unit === SPACE && previous === SPACE) return;
    if (unit !== SPACE) end = endOf(i);
    if (unit === previous && unit === units[count - 2] && isLetterUnit(unit)) return;
    units[count] = unit;
    map[count++] = startOf(i);
  };

  for (let i = 0; i < text.length; i++) {
    const span: Span | undefined = spans[nextSpan];
    if (span && i === span[0]) {
      put(SPACE, i);
      i = Math.max(i, span[1] - 1);
      nextSpan++;
      continue;
    }
    const source = text.charCodeAt(i);
    const unit = foldUnit(source);
    if (unit === DROP) {
      // A mark belongs to the letter before it.
      if (count > 0 && units[count - 1] !== SPACE) end = endOf(i);
    } else if (unit === SURROGATE) {
      const isPair = source < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
      if (isPair) putPair(text.slice(i, i + 2), i++, put);
    } else {
      put(unit, i);
    }
  }
  if (count > 0 && units[count - 1] === SPACE) count--;
  map[count] = end;
  return { folded: decode(units, count), map: map.slice(0, count + 1) };
}

function putPair(pair: string, at: number, put: (unit: number, i: number) => void): void {
  if (!isWordCharacter(pair)) {
    put(SPACE, at);
    return;
  }
  const lower = pair.toLowerCase();
  for (let k = 0; k < lower.length; k++) put(lower.charCodeAt(k), at + k);
}
