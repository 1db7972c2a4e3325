import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { dataPath } from "#lib/paths";

/**
 * Something computed from a stored file and kept beside the store. It may be deleted at any time.
 * @param sha256 of the file it is made from.
 * @param variant names what was made: `w480.webp`.
 * @param make computes it when it is not there yet. When two ask at once both compute, and one result stays.
 */
export async function readOrDerive(sha256: string, variant: string, make: () => Promise<Buffer>): Promise<Buffer> {
  if (!/^[0-9a-f]{64}$/.test(sha256) || !/^[\w-]+\.[\w]+$/.test(variant)) {
    throw new TypeError("Not the name of a derived file");
  }
  const path = dataPath("derived", sha256.slice(0, 2), `${sha256}-${variant}`);
  const kept = await readFile(path).catch(() => null);
  if (kept) return kept;
  const made = await make();
  const half = `${path}.${process.pid}.${Date.now()}.${Math.random().toString(36).slice(2)}`;
  // The picture is answered even when the disk is full: keeping it only saves the next reader's time.
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(half, made);
    await rename(half, path);
  } catch {
    await rm(half, { force: true }).catch(() => undefined);
  }
  return made;
}
