/** One word of an alignment: in both lists, or only in the first (`removed`), or only in the second (`added`). */
export type AlignedWord = { kind: "same" | "removed" | "added"; before: number; after: number };

/** Cells of the comparison table; larger differences are one replacement. */
const MAX_CELLS = 4_000_000;

/**
 * The least that must be taken out of one list of words and put in to get the other: the longest common subsequence
 * (Wagner and Fischer, 1974).
 * @returns in order; `before` and `after` are the places reached in the two lists, so a word that only the second has
 * still says where in the first it stands.
 */
export function alignWords(before: readonly string[], after: readonly string[]): AlignedWord[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [i, j] = [before.length, after.length];
  while (i > start && j > start && before[i - 1] === after[j - 1]) {
    i--;
    j--;
  }
  const words: AlignedWord[] = [];
  for (let k = 0; k < start; k++) words.push({ kind: "same", before: k, after: k });
  if ((i - start) * (j - start) > MAX_CELLS) replaceAll(words, start, i, j);
  else alignMiddle(words, before, after, start, i, j);
  for (let k = 0; i + k < before.length; k++) words.push({ kind: "same", before: i + k, after: j + k });
  return words;
}

function replaceAll(words: AlignedWord[], start: number, beforeEnd: number, afterEnd: number): void {
  for (let i = start; i < beforeEnd; i++) words.push({ kind: "removed", before: i, after: start });
  for (let j = start; j < afterEnd; j++) words.push({ kind: "added", before: beforeEnd, after: j });
}

function alignMiddle(
  words: AlignedWord[],
  before: readonly string[],
  after: readonly string[],
  start: number,
  beforeEnd: number,
  afterEnd: number,
): void {
  const width = afterEnd - start + 1;
  // lengths[(i - start) * width + (j - start)]: the longest common subsequence from there on.
  const lengths = new Uint32Array((beforeEnd - start + 1) * width);
  const at = (i: number, j: number) => lengths[(i - start) * width + (j - start)] ?? 0;
  for (let i = beforeEnd - 1; i >= start; i--) {
    for (let j = afterEnd - 1; j >= start; j--) {
      const isSame = before[i] === after[j];
      const best = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      lengths[(i - start) * width + (j - start)] = best;
    }
  }
  let [i, j] = [start, start];
  while (i < beforeEnd || j < afterEnd) {
    if (i < beforeEnd && j < afterEnd && before[i] === after[j]) {
      words.push({ kind: "same", before: i++, after: j++ });
    } else if (j >= afterEnd || (i < beforeEnd && at(i + 1, j) >= at(i, j + 1))) {
      words.push({ kind: "removed", before: i++, after: j });
    } else words.push({ kind: "added", before: i, after: j++ });
  }
}
