import { findMentions } from "#lib/core/search/names";
import { isNearWord } from "#lib/core/search/near-words";
import type { ParsedQuery } from "#lib/core/search/parse-query";
import { wordForms } from "#lib/core/search/word-forms";
import { fold, foldText } from "#lib/core/text/fold";
import type { TextRange } from "#lib/core/text/segments";

/**
 * Where a query is found in a text. Matched in the folded text, given in the original: vowel signs and tatweel inside
 * and after a word belong to it.
 * @param isFuzzy words one slip away count too.
 * @returns ordered, touching ones joined, never overlapping.
 */
export function highlight(text: string, query: ParsedQuery, isFuzzy = false): TextRange[] {
  if (query.literals.length > 0) return join(query.literals.flatMap((literal) => findAll(text, literal)));
  if (query.words.length === 0 && query.phrases.length === 0) return [];
  const { folded, map } = fold(text);
  const words = Array.from(folded.matchAll(/[^ ]+/g), (match) => ({
    forms: wordForms(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const ranges: TextRange[] = [];
  const isWanted = wantedWord(query, isFuzzy);
  const phrases = query.phrases.map((phrase) => phrase.map(wordForms));
  for (const [i, { forms, start, end }] of words.entries()) {
    if (isWanted(forms)) ranges.push(originalRange(text, map, start, end));
    for (const phrase of phrases) {
      const last = words[i + phrase.length - 1];
      if (!last || !phrase.every((wanted, k) => overlaps(wanted, words[i + k]?.forms ?? []))) continue;
      ranges.push(originalRange(text, map, start, last.end));
    }
  }
  for (const { name, start, end } of findMentions(text)) {
    if (
      foldText(name)
        .split(" ")
        .some((word) => isWanted(wordForms(word)))
    )
      ranges.push({ start, end });
  }
  return join(ranges);
}

function wantedWord({ words, isLastWordOpen }: ParsedQuery, isFuzzy: boolean) {
  const wanted = words.map(wordForms);
  const open = isLastWordOpen ? (wanted.at(-1) ?? []) : [];
  return (forms: string[]): boolean =>
    wanted.some((each) => overlaps(each, forms)) ||
    open.some((beginning) => forms.some((form) => form.startsWith(beginning))) ||
    (isFuzzy && wanted.flat().some((each) => forms.some((form) => isNearWord(each, form))));
}

function overlaps(a: readonly string[], b: readonly string[]): boolean {
  return a.some((form) => b.includes(form));
}

/** Marks of direction and breadth that nobody sees: what follows a word at its end is not part of it. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;

/** Units that come from one character (`ﷺ`) begin at the same place, so the end is the next place after it. */
function originalRange(text: string, map: Uint32Array, start: number, end: number): TextRange {
  let next = end;
  while (next < map.length - 1 && map[next] === map[end - 1]) next++;
  const from = map[start] ?? 0;
  let to = map[next] ?? 0;
  while (to > from + 1 && UNSEEN.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

function findAll(text: string, wanted: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    found.push({ start: at, end: at + wanted.length });
  }
  return found;
}

function join(ranges: TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined;
}
