import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import yazl from "yazl";
import { ZIP_COMMENT } from "#lib/core/evidence/bundle-layout";

/** A file of a bundle before it is written: small ones as bytes, large ones opened when it is their turn. */
export type BundleEntry = { path: string; bytes: number; open(): Promise<Readable> };

/**
 * A bundle as one zip, streamed: no file is held in memory. Nothing is compressed (pictures and recordings are already)
 * and nothing depends on clock, time zone or system, so the same files make the same zip, byte for byte.
 * @param at the time written beside each file (UTC, as zip has no zones).
 * @returns the stream, and how long it will be.
 */
export async function openBundleZip(
  entries: readonly BundleEntry[],
  { folder, at }: { folder: string; at: Date },
): Promise<{ stream: Readable; bytes: number }> {
  const zip = new yazl.ZipFile();
  const stream = zip.outputStream as Readable;
  zip.on("error", (error: Error) => stream.destroy(error));
  const options = { mtime: zonelessTime(at), mode: 0o100644, compress: false, forceDosTimestamp: true };
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    zip.addReadStreamLazy(`${folder}/${entry.path}`, { ...options, size: entry.bytes }, (give) => {
      entry.open().then(
        (opened) => {
          opened.on("error", (error) => stream.destroy(error));
          give(null, opened);
        },
        (error: Error) => stream.destroy(error),
      );
    });
  }
  const bytes = await new Promise<number>((resolve) => {
    zip.end({ comment: ZIP_COMMENT, forceZip64Format: false }, resolve as () => void);
  });
  return { stream, bytes };
}

/** The SHA-256 of the zip that these files make. */
export async function hashBundleZip(
  entries: readonly BundleEntry[],
  about: { folder: string; at: Date },
): Promise<string> {
  const hash = createHash("sha256");
  const { stream } = await openBundleZip(entries, about);
  for await (const chunk of stream as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex");
}

/** zip times have no zone, and the library writes local ones: a local time that reads like the UTC one. */
function zonelessTime(at: Date): Date {
  const [y, m, d] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  return new Date(y, m, d, at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds());
}
