/** Up to here every number is a step of its own. */
const EXACT_UP_TO = 8;
const GROWTH = 1.25;

/**
 * A number of copies rounded down to a step, for the search index: 1 to 8 as they are, then steps a quarter apart.
 * A phrasing of n posts would otherwise change n documents with each post that joins it; so it does with a step only,
 * which is about five changes a post over the life of a phrasing, whatever its size. Pages show the true number from
 * the record; the index needs it to sort and to tell one from many.
 */
export function copiesStep(copies: number): number {
  if (copies <= EXACT_UP_TO) return Math.max(1, Math.floor(copies));
  const steps = Math.floor(Math.log(copies / EXACT_UP_TO) / Math.log(GROWTH) + 1e-9);
  return Math.floor(EXACT_UP_TO * GROWTH ** steps);
}
