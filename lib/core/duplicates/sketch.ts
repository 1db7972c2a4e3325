import { gramCount, mix, unitsOf, writeGrams } from "#lib/core/duplicates/grams";
import { SUGGESTION_MIN_CHARS } from "#lib/core/duplicates/version";

const BINS = 64;
const BIN_SHIFT = 26;
const EMPTY = 0xffff_ffff;
/** Rows of a band: more of them propose fewer wrong pairs and miss more right ones. */
const ROWS = 3;
/** Band keys of one sketch. */
export const BANDS = Math.floor(BINS / ROWS);

/**
 * Sketches one text after another with memory of its own. Not shared between threads.
 *
 * MinHash by one permutation (Li, Owen and Zhang, 2012): each gram falls into one of 64 bins, a bin keeps its least
 * number; empty bins of short texts borrow from a full one at a place that depends on the bin only (Shrivastava, 2017),
 * so that two texts agree in a bin as often as their sets of grams are alike. Three bins make a band; texts that are
 * alike by J share at least one of 21 band keys with probability 1 - (1 - J³)²¹: 0.993 at 0.6, 0.9999 at 0.7.
 */
export class Sketcher {
  readonly #bins = new Uint32Array(BINS);
  #grams = new Uint32Array(1024);

  /**
   * The band keys of a packed text, as signed 32-bit numbers (PostgreSQL's `integer`).
   * @param out receives `BANDS` keys from `at` on.
   * @returns false, and `out` untouched, when the text is too short to be compared.
   */
  write(units: Uint16Array, start: number, end: number, out: Int32Array, at: number): boolean {
    if (end - start < SUGGESTION_MIN_CHARS) return false;
    this.#fillBins(units, start, end);
    for (let band = 0; band < BANDS; band++) {
      let key = band + 1;
      for (let row = 0; row < ROWS; row++) key = mix(Math.imul(key, 0x9e3779b1) ^ this.#valueOf(band * ROWS + row));
      out[at + band] = key;
    }
    return true;
  }

  #fillBins(units: Uint16Array, start: number, end: number): void {
    const wanted = gramCount(end - start);
    if (wanted > this.#grams.length) this.#grams = new Uint32Array(wanted * 2);
    const grams = this.#grams;
    const bins = this.#bins.fill(EMPTY);
    const count = writeGrams(units, start, end, grams);
    for (let i = 0; i < count; i++) {
      const gram = grams[i] ?? 0;
      const bin = gram >>> BIN_SHIFT;
      if (gram < (bins[bin] ?? 0)) bins[bin] = gram;
    }
  }

  /** A bin's number, or that of the full bin it borrows from; at least one is full. */
  #valueOf(bin: number): number {
    let value = this.#bins[bin] ?? EMPTY;
    for (let turn = 1; value === EMPTY; turn++) value = this.#bins[mix(bin * 0x10001 + turn) >>> BIN_SHIFT] ?? EMPTY;
    return value;
  }
}

/** The band keys of a body; none when it is too short to be compared. */
export function bandsOf(body: string): number[] {
  const out = new Int32Array(BANDS);
  return new Sketcher().write(unitsOf(body), 0, body.length, out, 0) ? [...out] : [];
}
