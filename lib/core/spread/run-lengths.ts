/**
 * Over how many lines a value stands that is the same as in the lines after it: `a a b` gives 2, 0, 1, so that a table
 * can show it once. Nothing (null) stands for each line alone.
 */
export function runLengths(values: readonly (string | null)[]): number[] {
  const lengths: number[] = [];
  let first = 0;
  for (const [i, value] of values.entries()) {
    if (i > 0 && value !== null && value === values[first]) {
      lengths[first] = (lengths[first] ?? 0) + 1;
      lengths.push(0);
    } else {
      first = i;
      lengths.push(1);
    }
  }
  return lengths;
}
