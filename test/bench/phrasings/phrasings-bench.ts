import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectPath } from "#lib/paths";
import { type BenchOptions, type Figure, figure } from "#test/bench/figures";
import { exactJoin } from "#test/bench/phrasings/exact-join";
import { measureDatabase } from "#test/bench/phrasings/measure-database";
import { measureFolding } from "#test/bench/phrasings/measure-folding";
import { measureRecall } from "#test/bench/phrasings/measure-recall";
import { measureArrival, measureUpkeep } from "#test/bench/phrasings/measure-upkeep";
import { minhashPairs } from "#test/bench/phrasings/minhash-peer";
import { benchTexts, wordingsOf } from "#test/bench/phrasings/wordings-of";
import type { Body } from "#test/builders/memory-families";

/** The package `minhash` takes about a millisecond a text. */
const PEER_TEXTS = 5_000;

/**
 * What phrasings cost and how good they are: folding and sketching, families of everything, recall and precision against
 * an exact join, upkeep against a rebuild, one new wording in the core and through PostgreSQL; beside it the npm package
 * `minhash` and the exact join itself.
 */
export async function phrasingsBench({ data, synthetic }: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  const tell = (...more: Figure[]) => {
    figures.push(...more);
    // A million texts take many minutes: whoever waits sees how far it is.
    for (const { name, value, unit } of more) process.stderr.write(`  · ${name}: ${value} ${unit}\n`);
  };
  const texts = await benchTexts(data, synthetic);
  tell(figure("posts", texts.length, "posts"));
  tell(figure("fold and sketch, 1 thread", await measureFolding(texts, 1), "posts/s"));
  tell(figure("fold and sketch, 2 threads", await measureFolding(texts, 2), "posts/s", { target: "≥ 250000" }));
  const wordings = wordingsOf(texts);
  tell(figure("distinct wordings", wordings.length, "wordings"));
  const { families, pivotOf } = await measureFamilies(wordings);
  tell(...families);
  tell(...comparePeers(wordings.slice(0, PEER_TEXTS)));
  const bodies = wordings.map(({ body }) => body);
  tell(...measureRecall(bodies, pivotOf));
  tell(...(await measureUpkeep(wordings)));
  tell(...(await measureArrival(wordings)));
  tell(...(await measureDatabase(wordings)));
  return figures;
}

async function measureFamilies(wordings: readonly Body[]): Promise<{ families: Figure[]; pivotOf: Int32Array }> {
  const folder = await mkdtemp(join(tmpdir(), "daleel-bench-"));
  try {
    const file = join(folder, "bodies.jsonl");
    const out = join(folder, "pivots");
    await writeFile(file, wordings.map(({ body }) => JSON.stringify(body)).join("\n"));
    const run = async (threads: number) => {
      const args = [projectPath("test/bench/phrasings/family-run.ts"), file, String(threads), out];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      return JSON.parse(stdout) as { seconds: number; peakBytes: number; steps: Record<string, number> };
    };
    const [one, two] = [await run(1), await run(2)];
    const bytes = await readFile(out);
    const pivotOf = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    const pivots = pivotOf.reduce((sum, pivot, i) => sum + (pivot === i ? 1 : 0), 0);
    return {
      pivotOf,
      families: [
        figure("families, 1 thread", one.seconds, "s"),
        figure("families, 2 threads", two.seconds, "s", { target: "≤ 10 for a million" }),
        figure("families: highest memory of the process", two.peakBytes / 2 ** 20, "MiB", {
          target: "≤ 1024 for a million",
        }),
        figure("families", pivots, "families"),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same pairs by the npm package, on as many texts as it can do in seconds, and how many it misses of the exact ones. */
function comparePeers(wordings: readonly Body[]): Figure[] {
  const bodies = wordings.map(({ body }) => body);
  const exact = new Set<string>();
  const startedAt = performance.now();
  exactJoin(bodies, (a, b) => exact.add(`${a} ${b}`));
  const exactSeconds = (performance.now() - startedAt) / 1000;
  const peer = minhashPairs(bodies);
  const found = [...exact].filter((pair) => peer.pairs.has(pair)).length;
  return [
    figure(`npm minhash, ${bodies.length} texts`, bodies.length / peer.seconds, "texts/s", {
      against: { name: "exact join of the same", value: bodies.length / exactSeconds },
    }),
    figure(`npm minhash, ${bodies.length} texts: pair recall`, exact.size === 0 ? 1 : found / exact.size, "of 1"),
  ];
}
