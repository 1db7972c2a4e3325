import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isArchiveRunning, takeRunLock } from "#lib/cli/run/run-lock";
import { setEnv } from "#lib/env";

/** Above every system's largest process number. */
const NOBODY = 2 ** 31 - 1;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "daleel-lock-"));
  setEnv({ DALEEL_DATA_DIR: folder });
});
afterEach(async () => {
  setEnv({ DALEEL_DATA_DIR: undefined });
  await rm(folder, { recursive: true });
});

const leftBy = (pid: number) => writeFile(join(folder, "running.json"), JSON.stringify({ pid, origin: null }));

test("a lock is told, and given back without a trace", async () => {
  const lock = await takeRunLock();
  await lock.announce("http://localhost:3000");
  const written = JSON.parse(await readFile(join(folder, "running.json"), "utf8"));
  expect(written).toEqual({ pid: process.pid, origin: "http://localhost:3000" });
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test("the lock of a killed process, or one cut off while it was written, is taken over", async () => {
  await leftBy(NOBODY);
  expect(await isArchiveRunning()).toBe(false);
  await (await takeRunLock()).release();
  await writeFile(join(folder, "running.json"), "{");
  await (await takeRunLock()).release();
  expect(await readdir(folder)).toEqual([]);
});

test("a folder that cannot be written ends in a sentence that names it", async () => {
  await writeFile(join(folder, "file"), "");
  setEnv({ DALEEL_DATA_DIR: join(folder, "file") });
  await expect(takeRunLock()).rejects.toMatchObject({ code: "storage_failed", message: /data folder .*file cannot/ });
});
