/** Numbers that are the same in every run: the benches' texts depend on the seed alone. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
};

/** sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state. */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next32 = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) next32();
  const next = () => next32() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
  };
}

/** Draws places of a list as often as their weights say: alias method (Walker, 1977; Vose, 1991), constant time. */
export function weightedDraw(weights: readonly number[], random: Random): () => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scaled = Float64Array.from(weights, (weight) => (weight * weights.length) / total);
  const alias = new Uint32Array(weights.length);
  const small: number[] = [];
  const large: number[] = [];
  for (const [i, weight] of scaled.entries()) (weight < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const less = small.pop() as number;
    const more = large.at(-1) as number;
    alias[less] = more;
    scaled[more] = (scaled[more] ?? 0) + (scaled[less] ?? 0) - 1;
    if ((scaled[more] ?? 0) < 1) small.push(large.pop() as number);
  }
  for (const i of [...small, ...large]) scaled[i] = 1;
  return () => {
    const place = random.below(weights.length);
    return random.next() < (scaled[place] ?? 1) ? place : (alias[place] ?? place);
  };
}
