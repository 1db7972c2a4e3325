import { BOILERPLATE, type Place } from "#lib/core/duplicates/boilerplate-phrases";
import { fold, foldText } from "#lib/core/text/fold";
import type { TextRange } from "#lib/core/text/segments";

type Phrase = { words: string[]; place: Place };

/** First word → the phrases that begin with it, longest first. */
const phrases = new Map<string, Phrase[]>();
for (const place of ["anywhere", "beginning", "end"] as const) {
  for (const written of BOILERPLATE[place]) {
    const words = foldText(written).split(" ");
    const first = words[0] ?? "";
    const known = phrases.get(first) ?? [];
    phrases.set(
      first,
      [...known, { words, place }].sort((a, b) => b.words.length - a.words.length),
    );
  }
}

/** Runs of words, `end` not included. */
type WordSpan = { start: number; end: number };

/** Where boilerplate stands among the words of a folded text: in order, not overlapping. */
export function findBoilerplateWords(words: readonly string[]): WordSpan[] {
  const spans: WordSpan[] = [];
  // What follows boilerplate at the beginning still stands at the beginning («عاجل | بالفيديو …»).
  let beginning = 0;
  for (let at = 0; at < words.length; ) {
    const found = phrases.get(words[at] ?? "")?.find(({ words: wanted, place }) => {
      if (place === "beginning" && at !== beginning) return false;
      if (place === "end" && at + wanted.length !== words.length) return false;
      return wanted.every((word, i) => words[at + i] === word);
    });
    if (found) {
      if (at === beginning) beginning += found.words.length;
      spans.push({ start: at, end: at + found.words.length });
    }
    at += found?.words.length ?? 1;
  }
  return spans;
}

/** Boilerplate in a text as it was written: formulas, greetings, prefixes of agencies, words of share buttons. */
export function findBoilerplate(text: string): TextRange[] {
  const { folded, map } = fold(text);
  const words = Array.from(folded.matchAll(/[^ ]+/g));
  return findBoilerplateWords(words.map((match) => match[0])).map(({ start, end }) => {
    const last = words[end - 1];
    const to = (last?.index ?? 0) + (last?.[0].length ?? 0);
    return { start: map[words[start]?.index ?? 0] ?? 0, end: map[to] ?? text.length };
  });
}
