import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
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
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const texts = (number === 1 ? line.replace(/^\uFEFF/, "") : line).split("\t");
    const [a, b] = texts;
    if (a === undefined || b === undefined || texts.length > 2) {
      process.stderr.write(`Line ${number}: expected two texts with one tab between them, found ${texts.length}.\n`);
      process.stdout.write("-\t-\tunreadable\n");
      process.exitCode = 1;
      continue;
    }
    const { jaccard, containment, band } = relate(comparable(a), comparable(b));
    process.stdout.write(`${jaccard.toFixed(4)}\t${containment.toFixed(4)}\t${band}\n`);
  }
}
