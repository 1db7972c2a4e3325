/** Shorter words are near everything, so they are near nothing. */
export const MIN_NEAR_CHARS = 4;
const MAX_NEAR_CHARS = 64;

/** How many slips a word of so many letters may have. */
export function allowedSlips(chars: number): number {
  if (chars < MIN_NEAR_CHARS || chars > MAX_NEAR_CHARS) return 0;
  return chars < 8 ? 1 : 2;
}

/**
 * Whether two words are a slip of the finger apart: one letter added, dropped, changed or swapped with its neighbour,
 * two from eight letters on.
 */
export function isNearWord(a: string, b: string): boolean {
  const allowed = Math.min(allowedSlips(a.length), allowedSlips(b.length));
  return allowed > 0 && Math.abs(a.length - b.length) <= allowed && slipsBetween(a, b) <= allowed;
}

/** Restricted Damerau-Levenshtein distance. */
export function slipsBetween(a: string, b: string): number {
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
