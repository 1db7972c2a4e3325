import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { compareCommand } from "#lib/cli/compare";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "daleel-compare-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The lines that the command prints for a file of these characters, and the sentences about what it could not read. */
async function compare(content: string) {
  const file = join(folder, "pairs.tsv");
  await writeFile(file, content);
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const problems = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    await compareCommand(["--file", file]);
    const said = (spy: typeof out) => spy.mock.calls.map(([words]) => String(words).trimEnd());
    return { lines: said(out), problems: said(problems as typeof out) };
  } finally {
    out.mockRestore();
    problems.mockRestore();
    process.exitCode = undefined;
  }
}

const SENTENCE = "أعلنت شركة تويتر إغلاق ثلاثة وعشرين ألف حساب وهمي في المنطقة";

test("one line of output for each line of input, whatever characters it holds", async () => {
  const { lines, problems } = await compare(
    `\uFEFF${SENTENCE}\t${SENTENCE} اليوم\r\n${SENTENCE}\u2028x\t${SENTENCE}\u2029x\none\rtext\tother\n\nنعم\tنعم`,
  );
  expect(lines.map((line) => line.split("\t")[2])).toEqual(["family", "exact", "none", "unreadable", "exact"]);
  expect(lines[4]).toBe("1.0000\t1.0000\texact");
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain("Line 4");
});

test("a file that is not there is told", async () => {
  await expect(compareCommand(["--file", join(folder, "none.tsv")])).rejects.toMatchObject({ code: "bad_input" });
});
