import { GRAM_CHARS } from "#lib/core/duplicates/version";

/** Odd, so that no character is lost; otherwise any number. */
const BASE = 0x2c1b3c6d | 1;
const OUT = Math.imul(Math.imul(BASE, BASE), Math.imul(BASE, BASE));

/** A text as UTF-16 units: texts are packed one behind the other where there are many of them. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** How many 5-grams a text of so many characters has, the same one counted each time. */
export function gramCount(chars: number): number {
  return Math.max(0, chars - GRAM_CHARS + 1);
}

/**
 * The character 5-grams of a packed text as 32-bit numbers, in order, repeated ones repeated: a rolling polynomial
 * (Karp and Rabin, 1987) and MurmurHash3's finaliser over it, which keeps different numbers different. Two different
 * grams get one number about once in four billion.
 * @param out filled from its beginning; at least `gramCount(end - start)` long.
 * @returns how many there are.
 */
export function writeGrams(units: Uint16Array, start: number, end: number, out: Uint32Array): number {
  const count = gramCount(end - start);
  if (count === 0) return 0;
  let rolling = 0;
  for (let i = start; i < start + GRAM_CHARS - 1; i++) rolling = (Math.imul(rolling, BASE) + (units[i] ?? 0)) | 0;
  for (let i = 0; i < count; i++) {
    const at = start + i;
    rolling = (Math.imul(rolling, BASE) + (units[at + GRAM_CHARS - 1] ?? 0)) | 0;
    out[i] = mix(rolling);
    rolling = (rolling - Math.imul(OUT, units[at] ?? 0)) | 0;
  }
  return count;
}

/** MurmurHash3's finaliser (Austin Appleby, public domain): one-to-one on 32-bit numbers. */
export function mix(number: number): number {
  let h = number ^ (number >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
