import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { incomingFolder, storedPath } from "#lib/adapters/files/file-paths";
import { openFile, putFile, readFileBytes } from "#lib/adapters/files/file-store";
import { sweepIncoming } from "#lib/adapters/files/sweep-incoming";
import { setEnv } from "#lib/env";
import { dataPath } from "#lib/paths";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("file store", () => {
  test("keeps bytes by their hash, once, and gives them back by both ways", async () => {
    const bytes = Buffer.from("دليل 📎");
    const stored = await putFile(bytes);
    expect(stored).toEqual({ sha256: sha256(bytes), bytes: bytes.length });
    expect(await putFile(bytes)).toEqual(stored);
    expect(await readFileBytes(stored.sha256)).toEqual(bytes);
    const opened = await openFile(stored.sha256);
    expect(opened.bytes).toBe(bytes.length);
    expect(await buffer(opened.stream)).toEqual(bytes);
    expect(await readdir(incomingFolder())).toEqual([]);
  });

  test("copies a file from a path", async () => {
    const path = dataPath("large.bin");
    const bytes = Buffer.alloc(3_000_000, 7);
    await writeFile(path, bytes);
    const stored = await putFile(path);
    expect(stored).toEqual({ sha256: sha256(bytes), bytes: bytes.length });
    expect(await buffer((await openFile(stored.sha256)).stream)).toEqual(bytes);
  });

  test("many writers of the same bytes at once leave one whole file", async () => {
    const bytes = Buffer.alloc(500_000, 3);
    const all = await Promise.all(Array.from({ length: 12 }, () => putFile(bytes)));
    expect(new Set(all.map((file) => file.sha256)).size).toBe(1);
    expect(await readFileBytes(sha256(bytes))).toEqual(bytes);
  });

  test("a damaged file is refused by both ways, and healed when the bytes come again", async () => {
    const bytes = Buffer.alloc(200_000, 9);
    const stored = await putFile(bytes);
    await writeFile(storedPath(stored.sha256), Buffer.alloc(200_000, 8));
    await expect(readFileBytes(stored.sha256)).rejects.toMatchObject({ code: "file_damaged" });
    const { stream } = await openFile(stored.sha256);
    await expect(buffer(stream)).rejects.toMatchObject({ code: "file_damaged" });
    await putFile(bytes);
    expect(await readFile(storedPath(stored.sha256))).toEqual(bytes);
  });

  test("a missing file is file_damaged; a name that is no hash never reaches the disk", async () => {
    await expect(readFileBytes("0".repeat(64))).rejects.toMatchObject({ code: "file_damaged" });
    await expect(openFile("0".repeat(64))).rejects.toMatchObject({ code: "file_damaged" });
    await expect(readFileBytes("../../../etc/passwd")).rejects.toMatchObject({ code: "not_found" });
  });

  test("a disk that refuses is storage_failed", async () => {
    const usual = dataPath();
    const broken = join(usual, "broken");
    await mkdir(broken);
    await writeFile(join(broken, "files"), "a file where the folder should be");
    setEnv({ DALEEL_DATA_DIR: broken });
    await expect(putFile(Buffer.from("x"))).rejects.toMatchObject({ code: "storage_failed", retryable: true });
    setEnv({ DALEEL_DATA_DIR: usual });
    await rm(broken, { recursive: true });
  });

  test("only old half-written files are swept", async () => {
    await mkdir(incomingFolder(), { recursive: true });
    await writeFile(join(incomingFolder(), "old"), "x");
    await writeFile(join(incomingFolder(), "new"), "x");
    await utimes(join(incomingFolder(), "old"), new Date(0), new Date(0));
    expect(await sweepIncoming(Date.now())).toBe(1);
    expect(await readdir(incomingFolder())).toEqual(["new"]);
  });
});
