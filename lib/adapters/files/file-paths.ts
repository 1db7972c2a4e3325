import { join } from "node:path";
import { AppError } from "#lib/errors";
import { dataPath } from "#lib/paths";

/** Where a file with this hash lives: two levels of folders, so that none holds more than a few thousand. */
export function storedPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError("not_found", "This is not the SHA-256 of a stored file");
  return join(storeFolder(), sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** Root of the content-addressed store. */
export const storeFolder = () => dataPath("files");

/** Half-written files; on the same file system as the store, so that the last step is one rename. */
export const incomingFolder = () => dataPath("files", "incoming");
