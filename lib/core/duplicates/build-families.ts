import { type Corpus, corpusSize } from "#lib/core/duplicates/corpus";
import { LikenessProbe } from "#lib/core/duplicates/likeness";
import {
  addPivots,
  countShared,
  emptyFrom,
  findShared,
  openPivotIndex,
  type PivotIndex,
} from "#lib/core/duplicates/pivot-index";
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

/** Bodies `from` up to, not including, `to`. */
export type Range = { from: number; to: number };

/** Band keys of the bodies of a range; those of too short bodies stay 0 and are marked in `isShort`. */
export function sketchRange(corpus: Corpus, { from, to }: Range, bands: Int32Array, isShort: Uint8Array): void {
  const sketcher = new Sketcher();
  for (let i = from; i < to; i++) {
    const isDone = sketcher.write(corpus.units, start(corpus, i), end(corpus, i), bands, i * BANDS);
    isShort[i] = isDone ? 0 : 1;
  }
}

/** Bodies per block: the pivots chosen within one are looked up in a small index of their own. */
export const BLOCK = 65_536;

/** What all steps read, and what the choice of pivots has come to; in shared memory when threads work on it. */
export type Choice = {
  corpus: Corpus;
  bands: Int32Array;
  isShort: Uint8Array;
  apart: Apart;
  /** Every pivot chosen so far. */
  index: PivotIndex;
  /** Those of the block that is being gone through; memory for one block after the other. */
  ofBlock: PivotIndex;
  /** 1 for a body that is near to a pivot of an earlier block. */
  isNear: Uint8Array;
  isPivot: Uint8Array;
};

/** @param block the most bodies of a block. */
export function openChoice(shared: Pick<Choice, "corpus" | "bands" | "isShort" | "apart">, block = BLOCK): Choice {
  const size = corpusSize(shared.corpus);
  const bytes = () => new Uint8Array(new SharedArrayBuffer(size));
  return {
    ...shared,
    index: openPivotIndex(size),
    ofBlock: openPivotIndex(Math.min(size, block)),
    isNear: bytes(),
    isPivot: bytes(),
  };
}

/** Marks the bodies of a range that are near to a pivot of an earlier block. Ranges of one block may run at once. */
export function markNear(choice: Choice, range: Range): void {
  const shared = new Int32Array(range.to - range.from);
  findShared(choice.index, choice.bands, range, shared);
  const finder = new PivotFinder(choice, choice.index);
  for (let i = range.from; i < range.to; i++) {
    const within = shared[i - range.from] ?? 0;
    if (within !== 0 && !choice.isShort[i] && finder.hasNear(i, within)) choice.isNear[i] = 1;
  }
}

/**
 * Chooses the pivots of a block, in order, among the bodies that `markNear` left, and enters them into the index. So a
 * body is compared with all pivots before it, most of which several threads could look at together.
 */
export function choosePivots(choice: Choice, block: Range): void {
  const { bands, isShort, isNear, isPivot } = choice;
  const ofBlock = emptyFrom(choice.ofBlock, block.from);
  const finder = new PivotFinder(choice, ofBlock);
  for (let i = block.from; i < block.to; i++) {
    if (!isShort[i] && (isNear[i] || finder.hasNear(i))) continue;
    isPivot[i] = 1;
    addPivots(ofBlock, bands, isPivot, isShort, { from: i, to: i + 1 });
  }
  addPivots(choice.index, bands, isPivot, isShort, block);
}

/** For bodies `from` to `to` that are no pivots: the nearest pivot; of two as near the first in order. */
export function assignRange(choice: Choice, { from, to }: Range, families: Families): void {
  const finder = new PivotFinder(choice, choice.index);
  for (let i = from; i < to; i++) {
    const nearest = choice.isPivot[i] ? { pivot: i, near: 1 } : finder.nearest(i);
    families.pivotOf[i] = nearest.pivot;
    families.nearness[i] = nearest.near;
  }
}

class PivotFinder {
  readonly #probe = new LikenessProbe();
  readonly #shared = new Map<number, number>();
  readonly #choice: Choice;
  readonly #index: PivotIndex;

  constructor(choice: Choice, index: PivotIndex) {
    this.#choice = choice;
    this.#index = index;
  }

  hasNear(i: number, within?: number): boolean {
    let isLoaded = false;
    for (const candidate of this.#likeliest(i, within)) {
      if (!isLoaded) this.#load(i);
      isLoaded = true;
      if (this.#nearness(i, candidate) > 0) return true;
    }
    return false;
  }

  nearest(i: number): { pivot: number; near: number } {
    this.#load(i);
    let pivot = i;
    let best = 0;
    for (const candidate of this.#likeliest(i)) {
      const near = this.#nearness(i, candidate);
      if (near > best || (near === best && near > 0 && candidate < pivot)) {
        pivot = candidate;
        best = near;
      }
    }
    return { pivot, near: best };
  }

  /** Pivots that share a band key, those that share most first. */
  #likeliest(i: number, within?: number): Iterable<number> {
    const shared = this.#shared;
    shared.clear();
    countShared(this.#index, this.#choice.bands, i, shared, within);
    if (shared.size < 2) return shared.keys();
    return [...shared].sort((a, b) => b[1] - a[1]).map(([pivot]) => pivot);
  }

  #load(i: number): void {
    const { corpus } = this.#choice;
    this.#probe.load(corpus.units, start(corpus, i), end(corpus, i));
  }

  #nearness(i: number, other: number): number {
    const { corpus, apart } = this.#choice;
    if (apart.size > 0 && apart.has(apartKey(i, other))) return 0;
    const charsA = end(corpus, i) - start(corpus, i);
    const charsB = end(corpus, other) - start(corpus, other);
    return nearness(this.#probe.overlap(corpus.units, start(corpus, other), end(corpus, other)), charsA, charsB);
  }
}

const start = (corpus: Corpus, i: number): number => corpus.offsets[i] ?? 0;
const end = (corpus: Corpus, i: number): number => corpus.offsets[i + 1] ?? 0;

/** The numbers from 0 to `size` in ranges of so many. */
export function rangesOf(size: number, length: number, first = 0): Range[] {
  const count = Math.ceil((size - first) / length);
  return Array.from({ length: count }, (_, i) => ({
    from: first + i * length,
    to: Math.min(size, first + (i + 1) * length),
  }));
}

/** All of it on one thread. @param block bodies per block; what comes out does not depend on it. */
export function buildFamilies(corpus: Corpus, apart: Apart = new Set(), block = BLOCK): Families {
  const size = corpusSize(corpus);
  const bands = new Int32Array(size * BANDS);
  const isShort = new Uint8Array(size);
  sketchRange(corpus, { from: 0, to: size }, bands, isShort);
  const choice = openChoice({ corpus, bands, isShort, apart }, block);
  for (const range of rangesOf(size, block)) {
    markNear(choice, range);
    choosePivots(choice, range);
  }
  const families = { pivotOf: new Int32Array(size), nearness: new Float32Array(size) };
  assignRange(choice, { from: 0, to: size }, families);
  return families;
}
