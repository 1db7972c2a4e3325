import { createRequire } from "node:module";
import { likeness } from "#lib/core/duplicates/likeness";
import { FAMILY_JACCARD, GRAM_CHARS } from "#lib/core/duplicates/version";

type Peer = { update(gram: string): void; hashvalues: number[] };
type PeerIndex = { insert(key: string, hash: Peer): void; query(hash: Peer): string[] };
const { Minhash, LshIndex } = createRequire(import.meta.url)("minhash") as {
  Minhash: new (options: { numPerm: number; seed: number }) => Peer;
  LshIndex: new (options: { bandSize: number }) => PeerIndex;
};

/** The same work by the npm package `minhash`: 128 permutations, bands of four, candidates verified as ours are. */
export function minhashPairs(bodies: readonly string[]): { seconds: number; pairs: Set<string> } {
  const startedAt = performance.now();
  const index = new LshIndex({ bandSize: 4 });
  const pairs = new Set<string>();
  const hashes = bodies.map((body, i) => {
    const hash = new Minhash({ numPerm: 128, seed: 1 });
    for (let at = 0; at + GRAM_CHARS <= body.length; at++) hash.update(body.slice(at, at + GRAM_CHARS));
    index.insert(String(i), hash);
    return hash;
  });
  for (const [i, hash] of hashes.entries()) {
    for (const key of index.query(hash)) {
      const other = Number(key);
      if (other >= i || likeness(bodies[i] ?? "", bodies[other] ?? "").jaccard < FAMILY_JACCARD) continue;
      pairs.add(`${other} ${i}`);
    }
  }
  return { seconds: (performance.now() - startedAt) / 1000, pairs };
}
