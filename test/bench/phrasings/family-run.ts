import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { CorpusBuilder } from "#lib/core/duplicates/corpus";
import { buildFamiliesInThreads } from "#lib/services/phrasings/family-threads";

/**
 * Families of the bodies in a file (one JSON text a line, in order), in a process of its own so that its memory is
 * nobody else's. Prints one line of JSON and writes the pivots to a file.
 */
const [file = "", threads = "2", out = ""] = process.argv.slice(2);
const builder = new CorpusBuilder();
for await (const line of createInterface({ input: createReadStream(file) })) builder.add(JSON.parse(line));
const corpus = builder.finish();
const startedAt = performance.now();
const steps: Record<string, number> = {};
const families = await buildFamiliesInThreads(corpus, new Set(), {
  threads: Number(threads),
  onProgress: (step) => {
    steps[step] = performance.now() - startedAt;
  },
});
const seconds = (performance.now() - startedAt) / 1000;
const { writeFile } = await import("node:fs/promises");
await writeFile(out, Buffer.from(families.pivotOf.buffer));
process.stdout.write(JSON.stringify({ seconds, steps, peakBytes: process.resourceUsage().maxRSS * 1024 }));
