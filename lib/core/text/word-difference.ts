import { alignWords } from "#lib/core/text/align-words";

/** A run of words that both texts have, or only the first (`removed`), or only the second (`added`). */
export type WordRun = { kind: "same" | "removed" | "added"; text: string };

/**
 * What must be taken out of one text and put in to get the other, in whole words with the white space behind them.
 * Joined without `added` the runs are the first text, without `removed` the second.
 */
export function wordDifference(before: string, after: string): WordRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const runs: WordRun[] = [];
  for (const word of alignWords(a, b)) {
    const text = (word.kind === "added" ? b[word.after] : a[word.before]) ?? "";
    const last = runs.at(-1);
    if (last?.kind === word.kind) last.text += text;
    else runs.push({ kind: word.kind, text });
  }
  return runs;
}

/** Words, each with the white space behind it; what comes before the first word is one of its own. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|^\s+/gu) ?? [];
