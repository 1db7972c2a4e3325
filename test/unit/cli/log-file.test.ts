import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { LogFile } from "#lib/cli/run/log-file";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "daleel-log-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("lines go to the end of the file", async () => {
  for (const line of ["one\n", "two\n"]) {
    const log = new LogFile(join(folder, "web.log"));
    log.write(line);
    await log.close();
  }
  expect(await readFile(join(folder, "web.log"), "utf8")).toBe("one\ntwo\n");
});

test("a disk that refuses costs lines, not the process", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  // Opens like any file, and each write to it finds no room.
  const log = new LogFile("/dev/full");
  log.write("lost\n");
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith(expect.stringMatching(/full cannot be written.*ENOSPC/)));
  log.write("lost too\n");
  await log.close();
  said.mockRestore();
});
