const FREE = -1;

/**
 * Counts kept for pairs of small whole numbers, in typed arrays with open addressing: a `Map` of a million objects takes
 * ten times as long and as much memory. Grows as it fills.
 */
export class PairTable {
  /** How many different pairs there are; the arrays are read up to here. */
  size = 0;
  /** `a * width + b` of each pair. */
  keys: Float64Array<ArrayBuffer>;
  groups: Int32Array<ArrayBuffer>;
  pairs: Int32Array<ArrayBuffer>;
  gaps: Float64Array<ArrayBuffer>;
  #lastGroup: Int32Array<ArrayBuffer>;
  #slots: Int32Array<ArrayBuffer>;

  constructor(capacity = 1024) {
    this.keys = new Float64Array(capacity);
    this.groups = new Int32Array(capacity);
    this.pairs = new Int32Array(capacity);
    this.gaps = new Float64Array(capacity);
    this.#lastGroup = new Int32Array(capacity);
    this.#slots = new Int32Array(capacity * 4).fill(FREE);
  }

  /** One more pair of posts in a group; groups come one after the other. @param gap NaN when unknown. */
  add(key: number, group: number, gap: number): void {
    const at = this.#findOrMake(key);
    if (this.#lastGroup[at] !== group + 1) {
      this.#lastGroup[at] = group + 1;
      this.groups[at] = (this.groups[at] ?? 0) + 1;
    }
    this.pairs[at] = (this.pairs[at] ?? 0) + 1;
    const known = this.gaps[at] ?? Number.NaN;
    if (!(known <= gap) && !Number.isNaN(gap)) this.gaps[at] = gap;
  }

  #findOrMake(key: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(key) & mask; ; slot = (slot + 1) & mask) {
      const at = this.#slots[slot] ?? FREE;
      if (at === FREE) return this.#make(key, slot);
      if (this.keys[at] === key) return at;
    }
  }

  #make(key: number, slot: number): number {
    if (this.size === this.keys.length) {
      this.#grow();
      return this.#findOrMake(key);
    }
    this.#slots[slot] = this.size;
    this.keys[this.size] = key;
    this.gaps[this.size] = Number.NaN;
    return this.size++;
  }

  #grow(): void {
    const longer = <T extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const capacity = this.keys.length * 2;
    this.keys = longer(this.keys, new Float64Array(capacity));
    this.gaps = longer(this.gaps, new Float64Array(capacity));
    this.groups = longer(this.groups, new Int32Array(capacity));
    this.pairs = longer(this.pairs, new Int32Array(capacity));
    this.#lastGroup = longer(this.#lastGroup, new Int32Array(capacity));
    this.#slots = new Int32Array(capacity * 4).fill(FREE);
    const mask = this.#slots.length - 1;
    for (let at = 0; at < this.size; at++) {
      let slot = hash(this.keys[at] ?? 0) & mask;
      while (this.#slots[slot] !== FREE) slot = (slot + 1) & mask;
      this.#slots[slot] = at;
    }
  }
}

/** Both halves of the number stirred together (the finaliser of MurmurHash3, Appleby 2011). */
function hash(key: number): number {
  const high = Math.floor(key / 4_294_967_296);
  let h = Math.imul((key - high * 4_294_967_296) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
