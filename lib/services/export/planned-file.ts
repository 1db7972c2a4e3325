import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { BundleEntry } from "#lib/adapters/evidence/bundle-zip";

/** A file of a bundle with its hash, which the lists need before anything is written. */
export type PlannedFile = BundleEntry & { sha256: string };

/** A small file that is made here. */
export function textFile(path: string, content: string | Uint8Array): PlannedFile {
  const bytes = Buffer.from(content);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path, sha256, bytes: bytes.length, open: async () => Readable.from([bytes], { objectMode: false }) };
}
