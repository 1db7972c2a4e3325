import { BANDS } from "#lib/core/duplicates/sketch";

/**
 * Band key → the pivots that have it, over typed arrays that threads can share. Each band has a hash table of chains of
 * its own, small enough for a processor's cache while one band of many bodies is looked up after the other.
 *
 * An entry is a pivot's place (counted from `base`, plus one; 0 is nobody) in its low bits and its key's high bits above
 * them. The slot is the key's low bits, so that slot and entry together are the whole key: no other memory is read.
 */
export type PivotIndex = {
  heads: Int32Array;
  next: Int32Array;
  /** The first body that may be entered. */
  base: number;
  /** How many bodies from there on. */
  size: number;
  /** Bits of an entry that are the place; as many bits of a key choose the slot. */
  placeBits: number;
};

/** An index for so many bodies. */
export function openPivotIndex(size: number): PivotIndex {
  const placeBits = Math.max(8, Math.ceil(Math.log2(size + 1)));
  const heads = new Int32Array(new SharedArrayBuffer(BANDS * 2 ** placeBits * 4));
  const next = new Int32Array(new SharedArrayBuffer(BANDS * size * 4));
  return { heads, next, base: 0, size, placeBits };
}

/** The same memory, empty, for bodies from `base` on. */
export function emptyFrom(index: PivotIndex, base: number): PivotIndex {
  index.heads.fill(0);
  return { ...index, base };
}

/** Enters the pivots among bodies `from` to `to`, band after band. Each may be entered once. */
export function addPivots(
  index: PivotIndex,
  bands: Int32Array,
  pivots: Uint8Array,
  isShort: Uint8Array,
  { from, to }: { from: number; to: number },
): void {
  const { heads, next, base, size, placeBits } = index;
  const placeMask = 2 ** placeBits - 1;
  for (let band = 0; band < BANDS; band++) {
    const table = band << placeBits;
    const chain = band * size - base;
    for (let i = from; i < to; i++) {
      if (!pivots[i] || isShort[i]) continue;
      const key = bands[i * BANDS + band] ?? 0;
      const slot = table | (key & placeMask);
      next[chain + i] = heads[slot] ?? 0;
      heads[slot] = (key & ~placeMask) | (i - base + 1);
    }
  }
}

/**
 * In which bands bodies `from` to `to` share a key with some pivot: bit by bit, one number a body.
 * @param out receives the number of body `i` at `i - from`.
 */
export function findShared(
  index: PivotIndex,
  bands: Int32Array,
  { from, to }: { from: number; to: number },
  out: Int32Array,
): void {
  const { heads, next, size, placeBits } = index;
  const placeMask = 2 ** placeBits - 1;
  out.fill(0, 0, to - from);
  for (let band = 0; band < BANDS; band++) {
    const table = band << placeBits;
    const chain = band * size - 1;
    for (let i = from; i < to; i++) {
      const key = bands[i * BANDS + band] ?? 0;
      let entry = heads[table | (key & placeMask)] ?? 0;
      while (entry !== 0 && ((entry ^ key) & ~placeMask) !== 0) entry = next[chain + (entry & placeMask)] ?? 0;
      if (entry !== 0) out[i - from] = (out[i - from] ?? 0) | (1 << band);
    }
  }
}

/**
 * Counts the bands that a body shares with each pivot.
 * @param within the bands to look at, as `findShared` gives them; all without it.
 * @param counts receives pivot → bands.
 */
export function countShared(
  index: PivotIndex,
  bands: Int32Array,
  body: number,
  counts: Map<number, number>,
  within = -1,
): void {
  const { heads, next, base, size, placeBits } = index;
  const placeMask = 2 ** placeBits - 1;
  for (let band = 0; band < BANDS; band++) {
    if (((within >> band) & 1) === 0) continue;
    const key = bands[body * BANDS + band] ?? 0;
    const chain = band * size - 1;
    let entry = heads[(band << placeBits) | (key & placeMask)] ?? 0;
    for (; entry !== 0; entry = next[chain + (entry & placeMask)] ?? 0) {
      if (((entry ^ key) & ~placeMask) !== 0) continue;
      const pivot = base + (entry & placeMask) - 1;
      if (pivot !== body) counts.set(pivot, (counts.get(pivot) ?? 0) + 1);
    }
  }
}
