import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** A file as it lies on the disk now: where, with which SHA-256 (hex) and size. */
export type FoundFile = { diskPath: string; sha256: string; bytes: number };

/** Reads a file once to know its hash and size. @throws system errors. */
export async function readFound(diskPath: string): Promise<FoundFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(diskPath) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { diskPath, sha256: hash.digest("hex"), bytes };
}

/** The same, or null when there is no readable file. */
export async function findFile(diskPath: string): Promise<FoundFile | null> {
  return readFound(diskPath).catch(() => null);
}
