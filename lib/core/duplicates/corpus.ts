/** Many bodies packed one behind the other, in the order of their wordings' digests. Shared between threads. */
export type Corpus = {
  units: Uint16Array;
  /** Where each body begins, and one more entry: where the last one ends. */
  offsets: Uint32Array;
};

export const corpusSize = (corpus: Corpus): number => corpus.offsets.length - 1;

/** Packs bodies as they come, without knowing how many there will be. */
export class CorpusBuilder {
  #units = shared16(1 << 16);
  #offsets = shared32(1 << 12);
  #chars = 0;
  #size = 0;

  add(body: string): void {
    if (this.#chars + body.length > this.#units.length) {
      this.#units = grown16(this.#units, this.#chars + body.length);
    }
    if (this.#size + 2 > this.#offsets.length) this.#offsets = grown32(this.#offsets);
    for (let i = 0; i < body.length; i++) this.#units[this.#chars + i] = body.charCodeAt(i);
    this.#chars += body.length;
    this.#offsets[++this.#size] = this.#chars;
  }

  /** The corpus so far; the builder may not be used after. */
  finish(): Corpus {
    return { units: this.#units, offsets: this.#offsets.subarray(0, this.#size + 1) };
  }
}

const shared16 = (length: number) => new Uint16Array(new SharedArrayBuffer(length * 2));
const shared32 = (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4));

function grown16(old: Uint16Array<SharedArrayBuffer>, needed: number): Uint16Array<SharedArrayBuffer> {
  const larger = shared16(Math.max(needed, Math.ceil(old.length * 1.5)));
  larger.set(old);
  return larger;
}

function grown32(old: Uint32Array<SharedArrayBuffer>): Uint32Array<SharedArrayBuffer> {
  const larger = shared32(Math.ceil(old.length * 1.5));
  larger.set(old);
  return larger;
}
