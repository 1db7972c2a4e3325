import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { storedPath } from "#lib/adapters/files/file-paths";

/**
 * The SHA-256 that a stored file's bytes have now, read from the disk without holding them in memory.
 * @param sha256 the hash it was stored under.
 * @returns null when there is no readable file.
 */
export async function hashStoredFile(sha256: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(storedPath(sha256)) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch {
    return null;
  }
  return hash.digest("hex");
}
