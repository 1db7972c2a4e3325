import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { comparable, relate } from "#lib/core/duplicates/relate";
import { callersPath } from "#lib/env";
import { AppError } from "#lib/errors";

const USAGE = "Usage: npm run daleel -- compare --file PAIRS.tsv   (two texts a line, a tab between them, UTF-8)";

/**
 * How near pairs of texts are, by the rules that make phrasings: a line of output per line of input, `J`, containment and
 * band with tabs between. A line that is no pair gets `-  -  unreadable` and a sentence on standard error; the others go on.
 * @throws AppError `bad_input`
 */
export async function compareCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { file: { type: "string" } }, strict: false });
  if (typeof values.file !== "string") throw new AppError("bad_input", USAGE);
  const path = callersPath(values.file);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError("bad_input", `There is no file ${path}. ${USAGE}`);
  let number = 0;
  for await (const line of linesOf(createReadStream(path, "utf8"))) {
    number++;
    const texts = (number === 1 ? line.replace(/^\uFEFF/, "") : line).split("\t");
    const [a, b] = texts;
    if (a === undefined || b === undefined || texts.length > 2) {
      process.stderr.write(`Line ${number}: expected two texts with one tab between them, found ${texts.length}.\n`);
      process.stdout.write("-\t-\tunreadable\n");
      process.exitCode = 1;
      continue;
    }
    const { band, ...alike } = relate(comparable(a), comparable(b));
    // Short texts that are the same words have nothing to measure.
    const { jaccard, containment } = band === "exact" ? { jaccard: 1, containment: 1 } : alike;
    process.stdout.write(`${jaccard.toFixed(4)}\t${containment.toFixed(4)}\t${band}\n`);
  }
}

/** Lines end at a line feed alone: posts hold the other characters that also break lines, and a pair must stay one line. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}
