/** A run of words that both texts have, or only the first (`removed`), or only the second (`added`). */
export type WordRun = { kind: "same" | "removed" | "added"; text: string };

/** Cells of the comparison table; larger differences are shown as one replacement. */
const MAX_CELLS = 4_000_000;

/**
 * What must be taken out of one text and put in to get the other, in whole words: the longest common subsequence
 * (Wagner and Fischer, 1974) of words with the white space behind them.
 * Joined without `added` the runs are the first text, without `removed` the second.
 */
export function wordDifference(before: string, after: string): WordRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const runs: WordRun[] = [];
  const push = (kind: WordRun["kind"], words: readonly string[]) => {
    if (words.length === 0) return;
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += words.join("");
    else runs.push({ kind, text: words.join("") });
  };
  push("same", a.slice(0, start));
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length * right.length > MAX_CELLS) {
    push("removed", left);
    push("added", right);
  } else {
    align(left, right, push);
  }
  push("same", a.slice(a.length - end));
  return runs;
}

function align(a: string[], b: string[], push: (kind: WordRun["kind"], words: string[]) => void): void {
  const width = b.length + 1;
  // lengths[i * width + j]: the longest common subsequence of a from i and b from j.
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push("same", a.slice(i, i + 1));
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) push("removed", [a[i++] ?? ""]);
    else push("added", [b[j++] ?? ""]);
  }
}

/** Words, each with the white space behind it; what comes before the first word is one of its own. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|^\s+/gu) ?? [];
