import { createWriteStream } from "node:fs";
import { lstat, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type BundleEntry, openBundleZip } from "#lib/adapters/evidence/bundle-zip";
import { AppError } from "#lib/errors";

type Target = { folder: string; at: Date };

/**
 * Writes a bundle as one zip file. It appears under its name only when it is whole.
 * @throws AppError `bad_input` when something is there already; `file_damaged` from the entries.
 */
export async function writeBundleZip(path: string, entries: readonly BundleEntry[], about: Target): Promise<void> {
  await assertFree(path);
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  try {
    const { stream } = await openBundleZip(entries, about);
    await pipeline(stream, createWriteStream(unfinished));
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Writes a bundle as a folder; the same rules. */
export async function writeBundleFolder(path: string, entries: readonly BundleEntry[]): Promise<void> {
  await assertFree(path);
  const unfinished = `${path}.unfinished`;
  try {
    for (const entry of entries) {
      const target = join(unfinished, entry.path);
      await mkdir(dirname(target), { recursive: true });
      await pipeline(await entry.open(), createWriteStream(target, { flags: "wx" }));
    }
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function assertFree(path: string): Promise<void> {
  for (const each of [path, `${path}.unfinished`]) {
    if (await lstat(each).catch(() => null)) {
      throw new AppError("bad_input", `There is something at ${each} already; nothing was written`, { fields: {} });
    }
  }
}
