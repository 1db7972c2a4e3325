import { sketchRange } from "#lib/core/duplicates/build-families";
import { CorpusBuilder } from "#lib/core/duplicates/corpus";
import { BANDS } from "#lib/core/duplicates/sketch";
import { FAMILY_MIN_CHARS } from "#lib/core/duplicates/version";
import { type Figure, figure } from "#test/bench/figures";
import { exactJoin } from "#test/bench/phrasings/exact-join";
import { seededRandom } from "#test/bench/texts/random";

/** Above so many texts the exact join takes hours or more memory than there is; then a sample is asked about. */
const WHOLE_UP_TO = 250_000;
const SAMPLE = 5_000;

/**
 * How many of the pairs that an exact join finds the sketch proposes, and how many stand in one family; and whether
 * every member of a family is as near to its pivot as it should be, by the join's own grams.
 */
export function measureRecall(bodies: readonly string[], pivotOf: Int32Array): Figure[] {
  const builder = new CorpusBuilder();
  for (const body of bodies) builder.add(body);
  const bands = new Int32Array(bodies.length * BANDS);
  sketchRange(builder.finish(), { from: 0, to: bodies.length }, bands, new Uint8Array(bodies.length));
  const isProposed = (a: number, b: number) => {
    for (let band = 0; band < BANDS; band++) if (bands[a * BANDS + band] === bands[b * BANDS + band]) return true;
    return false;
  };
  const probes = bodies.length > WHOLE_UP_TO ? sample(bodies) : undefined;
  let [pairs, proposed, together] = [0, 0, 0];
  const toPivot = new Set<number>();
  const startedAt = performance.now();
  exactJoin(
    bodies,
    (a, b) => {
      pairs++;
      if (isProposed(a, b)) proposed++;
      if (pivotOf[a] === pivotOf[b]) together++;
      if (pivotOf[a] === b) toPivot.add(a);
      if (pivotOf[b] === a) toPivot.add(b);
    },
    probes,
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const asked = probes ?? Array.from(bodies.keys());
  const members = asked.filter((i) => pivotOf[i] !== i);
  const true_ = members.filter((i) => toPivot.has(i)).length;
  const of = probes ? ` (${SAMPLE} texts sampled)` : "";
  return [
    figure(`exact join${of}`, seconds, "s"),
    figure(`pairs with J ≥ 0.6${of}`, pairs, "pairs"),
    figure("pair recall of the sketch", proposed / pairs, "of 1", { target: "≥ 0.99" }),
    figure("pair recall of the families", together / pairs, "of 1"),
    figure("precision: members as near to their pivot as the join says", true_ / members.length, "of 1", {
      target: "1",
    }),
  ];
}

function sample(bodies: readonly string[]): number[] {
  const random = seededRandom(11);
  const chosen = new Set<number>();
  while (chosen.size < SAMPLE) {
    const i = random.below(bodies.length);
    if ((bodies[i]?.length ?? 0) >= FAMILY_MIN_CHARS) chosen.add(i);
  }
  return [...chosen];
}
