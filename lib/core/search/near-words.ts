import type { ParsedQuery } from "#lib/core/search/parse-query";
import { wordForms } from "#lib/core/search/word-forms";

/**
 * Whether two words are a slip of the finger apart: one letter added, dropped, changed or swapped with its neighbour,
 * two from eight letters on. Words of three letters and less are near everything, so they are near nothing.
 * Restricted Damerau-Levenshtein distance.
 */
export function isNearWord(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4 || Math.max(a.length, b.length) > 64) return false;
  const allowed = shorter < 8 ? 1 : 2;
  return Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed;
}

/**
 * Whether a folded text has every word of a query, or one near it. Names and titles are not in the text; a word that is
 * only there does not count.
 */
export function hasNearWords(folded: string, { words, isLastWordOpen }: ParsedQuery): boolean {
  const forms = new Set(folded.split(" ").flatMap(wordForms));
  return words.every((word, i) => {
    const wanted = wordForms(word);
    const isOpen = isLastWordOpen && i === words.length - 1;
    return [...forms].some((form) =>
      wanted.some((each) => each === form || isNearWord(each, form) || (isOpen && form.startsWith(each))),
    );
  });
}

function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
