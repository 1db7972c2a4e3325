import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { incomingFolder } from "#lib/adapters/files/file-paths";

/**
 * Writes a file so that after a power cut it is either whole at `target` or not there:
 * temporary file, fsync, rename, fsync of every folder that got a new entry.
 */
export async function writeDurably(target: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const firstNew = await mkdir(dirname(target), { recursive: true });
  await mkdir(incomingFolder(), { recursive: true });
  const temporary = join(incomingFolder(), randomUUID());
  try {
    const file = await open(temporary, "wx", 0o644);
    try {
      for await (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
  await syncFolders(dirname(target), firstNew ? dirname(firstNew) : dirname(target));
}

/** From the innermost folder up to the one that was there before. */
async function syncFolders(from: string, upTo: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (folder === upTo || folder === dirname(folder)) return;
  }
}
