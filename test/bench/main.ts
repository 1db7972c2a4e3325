import { parseArgs } from "node:util";
import { setEnv } from "#lib/env";
import { type BenchOptions, type Figure, printFigures, writeFigures } from "#test/bench/figures";

/** A bench of `npm run bench -- <name>`; loaded only when it is asked for. */
type Bench = { summary: string; run(options: BenchOptions): Promise<Figure[]> };

const BENCHES: Record<string, Bench> = {
  capture: {
    summary: "the capture pipeline against bare puppeteer, captures per minute, memory, 200 captures in a row",
    run: async (options) => (await import("#test/bench/capture/capture-bench")).captureBench(options),
  },
  phrasings: {
    summary: "folding, families, recall against an exact join, upkeep against a rebuild (--data FILE, --synthetic N)",
    run: async (options) => (await import("#test/bench/phrasings/phrasings-bench")).phrasingsBench(options),
  },
  search: {
    summary:
      "each search engine: rebuild, disk, times of searches and of finding copies, recall (--data FILE, --posts N,N)",
    run: async (options) => (await import("#test/bench/search/search-bench")).searchBench(options),
  },
  spread: {
    summary: "pages of a hashtag with a fifth of all posts and of the busiest account, ties, exports (--synthetic N)",
    run: async (options) => (await import("#test/bench/spread/spread-bench")).spreadBench(options),
  },
};

const usage = () =>
  `Usage: npm run bench -- <name> [--data FILE] [--synthetic N] [--posts N,N] [--json OUT] [--runs N]\n\n${Object.entries(
    BENCHES,
  )
    .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
    .join("\n")}\n`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string" },
    synthetic: { type: "string" },
    posts: { type: "string" },
    json: { type: "string" },
    runs: { type: "string" },
  },
});
const name = positionals[0] ?? "";
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (bench) {
  // Read once, by the logger, when the first bench file is loaded.
  setEnv({ LOG_LEVEL: "warn" });
  const count = (value: string | undefined) => (value === undefined ? undefined : Number(value));
  const { data } = values;
  const posts = values.posts?.split(",").map(Number);
  const figures = await bench.run({ data, synthetic: count(values.synthetic), posts, runs: count(values.runs) });
  printFigures(figures);
  if (values.json) await writeFigures(values.json, name, figures);
} else {
  process.stdout.write(usage());
  process.exitCode = name === "" ? 0 : 2;
}
