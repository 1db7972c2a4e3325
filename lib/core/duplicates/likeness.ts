import { gramCount, unitsOf, writeGrams } from "#lib/core/duplicates/grams";

/** How alike two bodies are, both from 0 to 1, over their sets of character 5-grams. */
export type Likeness = {
  /** Grams in both of all grams in either (Jaccard, 1912). */
  jaccard: number;
  /** Grams in both of the grams of the one that has fewer (Broder, 1997). */
  containment: number;
};

/** What likeness is made of. */
export type GramOverlap = { first: number; second: number; both: number };

/** How alike two bodies are; bodies of less than five characters are like nothing. */
export function likeness(bodyA: string, bodyB: string): Likeness {
  const probe = new LikenessProbe();
  probe.loadText(bodyA);
  return probe.likenessTo(bodyB);
}

/** The numbers of an overlap as likeness. */
export function likenessOf({ first, second, both }: GramOverlap): Likeness {
  if (first === 0 || second === 0) return { jaccard: 0, containment: 0 };
  return { jaccard: both / (first + second - both), containment: both / Math.min(first, second) };
}

/** Compares one text with many, with memory of its own. Not shared between threads. */
export class LikenessProbe {
  readonly #first = new GramSet();
  readonly #second = new GramSet();
  #grams = new Uint32Array(1024);

  /** The text that the others are compared with. */
  loadText(text: string): void {
    this.load(unitsOf(text), 0, text.length);
  }

  load(units: Uint16Array, start: number, end: number): void {
    const count = this.#write(units, start, end);
    this.#first.open(count);
    for (let i = 0; i < count; i++) this.#first.add(this.#grams[i] ?? 0);
  }

  likenessTo(text: string): Likeness {
    return likenessOf(this.overlapText(text));
  }

  overlapText(text: string): GramOverlap {
    return this.overlap(unitsOf(text), 0, text.length);
  }

  /** Distinct grams of the loaded text, of this one, and of both. */
  overlap(units: Uint16Array, start: number, end: number): GramOverlap {
    const count = this.#write(units, start, end);
    this.#second.open(count);
    let both = 0;
    for (let i = 0; i < count; i++) {
      const gram = this.#grams[i] ?? 0;
      if (this.#second.add(gram) && this.#first.has(gram)) both++;
    }
    return { first: this.#first.size, second: this.#second.size, both };
  }

  #write(units: Uint16Array, start: number, end: number): number {
    const wanted = gramCount(end - start);
    if (wanted > this.#grams.length) this.#grams = new Uint32Array(wanted * 2);
    return writeGrams(units, start, end, this.#grams);
  }
}

/** A set of 32-bit numbers that is emptied by counting on: open addressing with a stamp per slot. */
class GramSet {
  #keys = new Uint32Array(1024);
  #stamps = new Uint32Array(1024);
  #mask = 1023;
  #stamp = 0;
  size = 0;

  /** Empties it, with room for so many. */
  open(count: number): void {
    this.size = 0;
    this.#stamp++;
    if (count * 2 <= this.#keys.length && this.#stamp < 0xffff_ffff) return;
    const slots = Math.max(1024, 2 ** Math.ceil(Math.log2(count * 2)));
    this.#keys = new Uint32Array(slots);
    this.#stamps = new Uint32Array(slots);
    this.#mask = slots - 1;
    this.#stamp = 1;
  }

  /** @returns whether it was not there yet. */
  add(key: number): boolean {
    let slot = key & this.#mask;
    while (this.#stamps[slot] === this.#stamp) {
      if (this.#keys[slot] === key) return false;
      slot = (slot + 1) & this.#mask;
    }
    this.#stamps[slot] = this.#stamp;
    this.#keys[slot] = key;
    this.size++;
    return true;
  }

  has(key: number): boolean {
    let slot = key & this.#mask;
    while (this.#stamps[slot] === this.#stamp) {
      if (this.#keys[slot] === key) return true;
      slot = (slot + 1) & this.#mask;
    }
    return false;
  }
}
