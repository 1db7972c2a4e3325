import { isNegation, isNumber, isPlace, isTitle } from "#lib/core/duplicates/telling-words";
import { foldText } from "#lib/core/text/fold";
import { wordDifference } from "#lib/core/text/word-difference";

/** A change that may turn what a text claims into something else. Empty: that side has nothing in this place. */
export type LoudDifference = { kind: "number" | "name" | "negation"; before: string; after: string };

type Word = { written: string; folded: string; isName: boolean };

/** Longer texts are compared by their beginnings: somebody is waiting. */
const MAX_CHARS = 4_000;

/**
 * Numbers, names and negations that differ between two texts, in their order. Words that only fold differently, addresses
 * and hashtags do not count. Names are told by a capital inside a sentence, an at-sign, a title before them, or as names
 * of countries; others are not noticed.
 */
export function loudDifferences(before: string, after: string): LoudDifference[] {
  const [a, b] = [readWords(before), readWords(after)];
  const found: LoudDifference[] = [];
  let removed: Word[] = [];
  let added: Word[] = [];
  const settle = () => {
    for (const kind of ["number", "name", "negation"] as const) {
      const [left, right] = [ofKind(removed, kind), ofKind(added, kind)];
      if (left.length + right.length === 0 || sameWords(left, right)) continue;
      found.push({ kind, before: joined(left), after: joined(right) });
    }
    removed = [];
    added = [];
  };
  let [i, j] = [0, 0];
  for (const { kind, text } of wordDifference(lines(a), lines(b))) {
    const count = text.split("\n").length - 1;
    if (kind === "removed") removed.push(...a.slice(i, i + count));
    else if (kind === "added") added.push(...b.slice(j, j + count));
    else settle();
    if (kind !== "added") i += count;
    if (kind !== "removed") j += count;
  }
  settle();
  return found;
}

/** One word a line, so that the difference counts words and not what stands between them. */
const lines = (words: readonly Word[]): string => words.map(({ folded }) => `${folded}\n`).join("");

function readWords(text: string): Word[] {
  const words: Word[] = [];
  let isSentenceStart = true;
  let isAfterTitle = false;
  for (const [token] of text.slice(0, MAX_CHARS).toWellFormed().matchAll(/\S+/gu)) {
    if (/^[#＃]/u.test(token)) continue;
    const isMention = /^[@＠]/u.test(token);
    const folded = foldText(isMention ? token.slice(1) : token);
    for (const part of folded === "" ? [] : folded.split(" ")) {
      const isCapital = !isSentenceStart && /^[^\p{L}]*\p{Lu}/u.test(token);
      words.push({
        written: trimmed(token),
        folded: part,
        isName: isMention || isCapital || isAfterTitle || isPlace(part),
      });
    }
    isAfterTitle = isTitle(folded);
    isSentenceStart = /[.!?؟…:]["”»)]*$/u.test(token) || (isSentenceStart && folded === "");
  }
  return words;
}

const trimmed = (token: string): string => token.replace(/^[^\p{L}\p{N}@#]+|[^\p{L}\p{N}%٪]+$/gu, "");

function ofKind(words: readonly Word[], kind: LoudDifference["kind"]): Word[] {
  if (kind === "number") return words.filter(({ folded }) => isNumber(folded));
  if (kind === "negation") return words.filter(({ folded }) => isNegation(folded));
  return words.filter(({ folded, isName }) => isName && !isNumber(folded) && !isNegation(folded));
}

const sameWords = (a: readonly Word[], b: readonly Word[]): boolean =>
  a.length === b.length && a.every(({ folded }, i) => folded === b[i]?.folded);

/** `3,500` folds to two words of one token; it is said once. */
const joined = (words: readonly Word[]): string =>
  words
    .map(({ written }) => written)
    .filter((written, i, all) => written !== all[i - 1])
    .join(" ");
