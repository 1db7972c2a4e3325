import { FAMILY_JACCARD, FAMILY_MIN_CHARS, GRAM_CHARS } from "#lib/core/duplicates/version";

/**
 * Every pair of bodies with Jaccard similarity of at least 0.6 over their character 5-grams, found without any sketch:
 * the prefix filter of Bayardo, Ma and Srikant ("Scaling up all pairs similarity search", 2007) with grams ordered from
 * the rarest. The truth that recall is measured against; written apart from what it judges, and its grams are the
 * characters themselves, not hashes.
 *
 * @param probes which bodies to look for partners of; all unless given.
 * @param onPair called once for each pair, `a < b` unless only one of them is a probe.
 */
export function exactJoin(
  bodies: readonly string[],
  onPair: (a: number, b: number, jaccard: number) => void,
  probes?: readonly number[],
): void {
  const sets = gramSets(bodies);
  const frequencies = countFrequencies(sets);
  const rank = rankByRarity(frequencies);
  for (const set of sets) {
    for (let i = 0; i < set.length; i++) set[i] = rank[set[i] ?? 0] ?? 0;
    set.sort();
  }
  // Shorter first, so that a partner is never longer than what probes it.
  const order = Array.from(sets.keys())
    .filter((i) => (bodies[i]?.length ?? 0) >= FAMILY_MIN_CHARS)
    .sort((a, b) => (sets[a]?.length ?? 0) - (sets[b]?.length ?? 0) || a - b);
  const wanted = probes ? new Set(probes) : undefined;
  const postings = new Map<number, number[]>();
  if (wanted) for (const i of order) addPrefix(postings, sets[i] ?? NONE, i);
  const overlapSeen = new Uint32Array(bodies.length);
  let stamp = 0;
  for (const i of order) {
    const set = sets[i] ?? NONE;
    if (!wanted || wanted.has(i)) {
      stamp++;
      for (let k = 0; k < prefixLength(set.length); k++) {
        for (const other of postings.get(set[k] ?? 0) ?? []) {
          if (overlapSeen[other] === stamp || other === i) continue;
          overlapSeen[other] = stamp;
          if (wanted?.has(other) && other < i) continue;
          const jaccard = jaccardOf(set, sets[other] ?? NONE);
          if (jaccard >= FAMILY_JACCARD) onPair(Math.min(i, other), Math.max(i, other), jaccard);
        }
      }
    }
    if (!wanted) addPrefix(postings, set, i);
  }
}

const NONE = new Uint32Array(0);

/** Two sets this alike share one of the rarest so many of either. */
const prefixLength = (size: number): number => size - Math.ceil(FAMILY_JACCARD * size - 1e-9) + 1;

function addPrefix(postings: Map<number, number[]>, set: Uint32Array, i: number): void {
  for (let k = 0; k < prefixLength(set.length); k++) {
    const gram = set[k] ?? 0;
    const list = postings.get(gram);
    if (list) list.push(i);
    else postings.set(gram, [i]);
  }
}

/** Of two sorted sets; 0 as soon as they cannot be alike enough any more. */
function jaccardOf(a: Uint32Array, b: Uint32Array): number {
  const [low, high] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (low < FAMILY_JACCARD * high) return 0;
  const needed = (FAMILY_JACCARD / (1 + FAMILY_JACCARD)) * (a.length + b.length) - 1e-9;
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (both + Math.min(a.length - i, b.length - j) < needed) return 0;
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) {
      both++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return both / (a.length + b.length - both);
}

/** Each body's distinct grams as numbers from 0, given out in the order of appearance. */
function gramSets(bodies: readonly string[]): Uint32Array[] {
  const letters = new Map<string, number>();
  const grams = new Map<number | string, number>();
  return bodies.map((body) => {
    const ids = new Set<number>();
    const codes = Array.from({ length: body.length }, (_, i) => {
      const letter = body[i] ?? "";
      const known = letters.get(letter);
      if (known !== undefined) return known;
      letters.set(letter, letters.size);
      return letters.size - 1;
    });
    for (let i = 0; i + GRAM_CHARS <= body.length; i++) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = codes.slice(i, i + GRAM_CHARS);
      // Ten bits a letter fit a double; texts with more letters than that are told apart by the gram itself.
      const isSmall = a < 1024 && b < 1024 && c < 1024 && d < 1024 && e < 1024;
      const key = isSmall ? (((a * 1024 + b) * 1024 + c) * 1024 + d) * 1024 + e : body.slice(i, i + GRAM_CHARS);
      let id = grams.get(key);
      if (id === undefined) {
        id = grams.size;
        grams.set(key, id);
      }
      ids.add(id);
    }
    return Uint32Array.from(ids);
  });
}

function countFrequencies(sets: readonly Uint32Array[]): Uint32Array {
  let grams = 0;
  for (const set of sets) for (const id of set) if (id >= grams) grams = id + 1;
  const counts = new Uint32Array(grams);
  for (const set of sets) for (const id of set) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function rankByRarity(frequencies: Uint32Array): Uint32Array {
  const order = Uint32Array.from(frequencies.keys()).sort((a, b) => (frequencies[a] ?? 0) - (frequencies[b] ?? 0));
  const rank = new Uint32Array(frequencies.length);
  for (let i = 0; i < order.length; i++) rank[order[i] ?? 0] = i;
  return rank;
}
