import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";

/** One measured value; `against` is a peer's value from the same run, `target` what the design asks for. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  target: string | null;
  against: { name: string; value: number } | null;
};

export type BenchOptions = {
  /** A file of real posts, where the bench reads any. */
  data: string | undefined;
  /** How many posts to make, where a bench makes any. */
  synthetic: number | undefined;
  /** Sizes of the archive to measure at. */
  posts?: number[] | undefined;
  /** How often to repeat what is repeated; each bench has its own default. */
  runs: number | undefined;
};

/** A figure, rounded to four digits: more would only look precise. */
export function figure(
  name: string,
  value: number,
  unit: string,
  more: { target?: string; against?: { name: string; value: number } } = {},
): Figure {
  const against = more.against ? { ...more.against, value: rounded(more.against.value) } : null;
  return { name, value: rounded(value), unit, target: more.target ?? null, against };
}

/** The middle of the values; of two middles the lower. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** Prints a line per figure. */
export function printFigures(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, unit, target, against } of figures) {
    const beside = against ? `   ${against.name}: ${against.value} ${unit}` : "";
    const wished = target ? `   (target ${target})` : "";
    process.stdout.write(`${name.padEnd(width)}  ${value} ${unit}${beside}${wished}\n`);
  }
}

/** Writes the figures as JSON: `{ bench, cores, node, figures }`. */
export async function writeFigures(file: string, bench: string, figures: readonly Figure[]): Promise<void> {
  const report = { bench, cores: availableParallelism(), node: process.version, figures };
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
}

const rounded = (value: number) => Number(value.toPrecision(4));
