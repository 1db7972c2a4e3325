import { buildFamilies } from "#lib/core/duplicates/build-families";
import { type Figure, figure } from "#test/bench/figures";
import { seededRandom } from "#test/bench/texts/random";
import { type Body, corpusOf, MemoryFamilies } from "#test/builders/memory-families";

/** What stands in for PostgreSQL takes about 4 kB for each. */
const MAX_IN_MEMORY = 400_000;

/** More would take longer than anybody waits for a bench; the design asks for 200,000. */
const MAX_WORDINGS = 200_000;
const ORDERS = 3;
const ONE_BY_ONE = 2_000;

/** Whether families kept while wordings arrive in three random orders are those of a rebuild. */
export async function measureUpkeep(all: readonly Body[]): Promise<Figure[]> {
  const bodies = shuffled(all, 1).slice(0, MAX_WORDINGS);
  const { corpus, order } = corpusOf(bodies);
  const families = buildFamilies(corpus);
  const figures: Figure[] = [];
  for (let seed = 1; seed <= ORDERS; seed++) {
    const memory = new MemoryFamilies();
    const random = seededRandom(seed * 101);
    const arriving = shuffled(bodies, seed * 13);
    const startedAt = performance.now();
    for (let i = 0; i < arriving.length; ) {
      const size = 1 + random.below(400);
      await memory.add(arriving.slice(i, i + size));
      i += size;
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const places = memory.places();
    const differences = order.filter(({ digest }, i) => {
      const place = places.get(digest);
      return place?.pivotId !== order[families.pivotOf[i] ?? -1]?.digest || place?.nearness !== families.nearness[i];
    }).length;
    figures.push(
      figure(
        `order ${seed}: ${bodies.length} wordings in batches, places other than a rebuild's`,
        differences,
        "wordings",
        {
          target: "0",
        },
      ),
      figure(`order ${seed}: upkeep`, bodies.length / seconds, "wordings/s"),
    );
  }
  return figures;
}

/** How long one new wording takes, in the core, in an archive of the others, as many as the stand-in for PostgreSQL holds. */
export async function measureArrival(all: readonly Body[]): Promise<Figure[]> {
  const arriving = shuffled(all, 3).slice(-MAX_IN_MEMORY);
  const memory = new MemoryFamilies();
  const held = Math.max(0, arriving.length - ONE_BY_ONE);
  for (let i = 0; i < held; i += 5_000) await memory.add(arriving.slice(i, Math.min(held, i + 5_000)));
  const times: number[] = [];
  for (const body of arriving.slice(held)) {
    const startedAt = performance.now();
    await memory.add([body]);
    times.push(performance.now() - startedAt);
  }
  return [
    figure(`one new wording among ${held} in the core, p50`, percentile(times, 0.5), "ms"),
    figure(`one new wording among ${held} in the core, p99`, percentile(times, 0.99), "ms", { target: "≤ 5" }),
  ];
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
