import { type Corpus, corpusSize } from "#lib/core/duplicates/corpus";
import { LikenessProbe } from "#lib/core/duplicates/likeness";
import { nearness } from "#lib/core/duplicates/relate";
import { BANDS, Sketcher } from "#lib/core/duplicates/sketch";

/**
 * Families of a whole archive at once, over packed texts and typed arrays that threads can share.
 *
 * The pivot algorithm of Ailon, Charikar and Newman ("Aggregating inconsistent information", 2008): bodies in a fixed
 * order; one that is near to no earlier pivot is a pivot itself. The order is that of the wordings' digests, so it says
 * nothing about time, and a text added later rarely comes before its family's pivot. Then every other body goes with
 * the pivot it is nearest to, so that no family is wider than one step around its pivot: there are no chains.
 * What comes out depends on the set of bodies alone.
 */
export type Families = {
  /** For each body its pivot's index; its own for a pivot. */
  pivotOf: Int32Array;
  /** Jaccard similarity with that pivot, in single precision; 1 for a pivot. */
  nearness: Float32Array;
};

/** Pairs of indexes that an editor said are not the same: as if they were not near. */
export type Apart = ReadonlySet<string>;
export const apartKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Band keys of bodies `from` to `to`; those of too short bodies stay 0 and are marked in `isShort`. */
export function sketchRange(corpus: Corpus, from: number, to: number, bands: Int32Array, isShort: Uint8Array): void {
  const sketcher = new Sketcher();
  for (let i = from; i < to; i++) {
    const isDone = sketcher.write(corpus.units, start(corpus, i), end(corpus, i), bands, i * BANDS);
    isShort[i] = isDone ? 0 : 1;
  }
}

/** Band key → the pivots that have it: chains through typed arrays. An entry is `pivot * BANDS + band`. */
export type PivotIndex = { heads: Int32Array; next: Int32Array };

/**
 * Which bodies are pivots, in order.
 * @returns the pivots, and the index to find them by.
 */
export function choosePivots(
  corpus: Corpus,
  bands: Int32Array,
  isShort: Uint8Array,
  apart: Apart,
): { isPivot: Uint8Array; index: PivotIndex } {
  const size = corpusSize(corpus);
  const isPivot = new Uint8Array(new SharedArrayBuffer(size));
  const index = openIndex(size);
  const finder = new PivotFinder(corpus, bands, index);
  for (let i = 0; i < size; i++) {
    if (isShort[i] || !finder.hasNear(i, apart)) {
      isPivot[i] = 1;
      if (!isShort[i]) addPivot(index, bands, i);
    }
  }
  return { isPivot, index };
}

/** For bodies `from` to `to` that are no pivots: the nearest pivot; of two as near the first in order. */
export function assignRange(
  corpus: Corpus,
  bands: Int32Array,
  pivots: { isPivot: Uint8Array; index: PivotIndex },
  range: { from: number; to: number },
  apart: Apart,
  families: Families,
): void {
  const finder = new PivotFinder(corpus, bands, pivots.index);
  for (let i = range.from; i < range.to; i++) {
    const nearest = pivots.isPivot[i] ? { pivot: i, near: 1 } : finder.nearest(i, apart);
    families.pivotOf[i] = nearest.pivot;
    families.nearness[i] = nearest.near;
  }
}

class PivotFinder {
  readonly #probe = new LikenessProbe();
  readonly #candidates = new Map<number, number>();
  readonly #corpus: Corpus;
  readonly #bands: Int32Array;
  readonly #index: PivotIndex;

  constructor(corpus: Corpus, bands: Int32Array, index: PivotIndex) {
    this.#corpus = corpus;
    this.#bands = bands;
    this.#index = index;
  }

  hasNear(i: number, apart: Apart): boolean {
    let isLoaded = false;
    for (const candidate of this.#likeliest(i)) {
      if (!isLoaded) this.#load(i);
      isLoaded = true;
      if (this.#nearness(i, candidate, apart) > 0) return true;
    }
    return false;
  }

  nearest(i: number, apart: Apart): { pivot: number; near: number } {
    this.#load(i);
    let pivot = i;
    let best = 0;
    for (const candidate of this.#likeliest(i)) {
      const near = this.#nearness(i, candidate, apart);
      if (near > best || (near === best && near > 0 && candidate < pivot)) {
        pivot = candidate;
        best = near;
      }
    }
    return { pivot, near: best };
  }

  /** Pivots that share a band key, those that share most first. */
  #likeliest(i: number): Iterable<number> {
    const shared = this.#candidates;
    shared.clear();
    const bands = this.#bands;
    const { heads, next } = this.#index;
    for (let band = 0; band < BANDS; band++) {
      const key = bands[i * BANDS + band] ?? 0;
      for (let entry = heads[slotOf(key, heads.length)] ?? -1; entry >= 0; entry = next[entry] ?? -1) {
        if (bands[entry] !== key || entry % BANDS !== band) continue;
        const pivot = (entry - band) / BANDS;
        if (pivot !== i) shared.set(pivot, (shared.get(pivot) ?? 0) + 1);
      }
    }
    if (shared.size < 2) return shared.keys();
    return [...shared].sort((a, b) => b[1] - a[1]).map(([pivot]) => pivot);
  }

  #load(i: number): void {
    this.#probe.load(this.#corpus.units, start(this.#corpus, i), end(this.#corpus, i));
  }

  #nearness(i: number, other: number, apart: Apart): number {
    const corpus = this.#corpus;
    if (apart.size > 0 && apart.has(apartKey(i, other))) return 0;
    const charsA = end(corpus, i) - start(corpus, i);
    const charsB = end(corpus, other) - start(corpus, other);
    return nearness(this.#probe.overlap(corpus.units, start(corpus, other), end(corpus, other)), charsA, charsB);
  }
}

function openIndex(size: number): PivotIndex {
  const slots = 2 ** Math.max(10, Math.ceil(Math.log2(size * BANDS)));
  const heads = new Int32Array(new SharedArrayBuffer(slots * 4)).fill(-1);
  return { heads, next: new Int32Array(new SharedArrayBuffer(size * BANDS * 4)) };
}

function addPivot({ heads, next }: PivotIndex, bands: Int32Array, pivot: number): void {
  for (let band = 0; band < BANDS; band++) {
    const entry = pivot * BANDS + band;
    const slot = slotOf(bands[entry] ?? 0, heads.length);
    next[entry] = heads[slot] ?? -1;
    heads[slot] = entry;
  }
}

const slotOf = (key: number, slots: number): number => key & (slots - 1);
const start = (corpus: Corpus, i: number): number => corpus.offsets[i] ?? 0;
const end = (corpus: Corpus, i: number): number => corpus.offsets[i + 1] ?? 0;

/** All of it on one thread. */
export function buildFamilies(corpus: Corpus, apart: Apart = new Set()): Families {
  const size = corpusSize(corpus);
  const bands = new Int32Array(size * BANDS);
  const isShort = new Uint8Array(size);
  sketchRange(corpus, 0, size, bands, isShort);
  const pivots = choosePivots(corpus, bands, isShort, apart);
  const families = { pivotOf: new Int32Array(size), nearness: new Float32Array(size) };
  assignRange(corpus, bands, pivots, { from: 0, to: size }, apart, families);
  return families;
}
