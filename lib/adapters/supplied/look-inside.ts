import { open, readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import sharp from "sharp";
import yauzl from "yauzl";
import { detectHead, HEAD_BYTES } from "#lib/core/supplied/detect-format";
import { isPicture, type SuppliedFormat } from "#lib/core/supplied/formats";

/** What a file is, and how large its picture when it is one. */
export type InsideLook = { format: SuppliedFormat; width: number | null; height: number | null };

/** A HAR is read whole to be told from other JSON. */
const MAX_HAR_BYTES = 100_000_000;
/** A ZIP's list of members can be made endless. */
const MAX_ZIP_ENTRIES = 100_000;
/** A picture with more pixels than this is made to fill memory. */
const MAX_PICTURE_PIXELS = 400_000_000;

/**
 * Types a file on the disk by its content, looking inside wrappers without unpacking them.
 * @returns null when it is nothing that is accepted, or a damaged picture.
 */
export async function lookInside(path: string): Promise<InsideLook | null> {
  const head = await readHead(path);
  const found = detectHead(head);
  if (found === "zip") return (await holdsWacz(path)) ? plain("wacz") : null;
  if (found === "gzip") return (await beginsAsWarc(head)) ? plain("warc") : null;
  if (found === "json") return (await isHar(path)) ? plain("har") : null;
  if (found === null) return null;
  return isPicture(found) ? measure(path, found) : plain(found);
}

const plain = (format: SuppliedFormat): InsideLook => ({ format, width: null, height: null });

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Decodes the picture's header and its pixels' layout; what cannot be decoded was damaged on its way. */
async function measure(path: string, format: SuppliedFormat): Promise<InsideLook | null> {
  try {
    const options = { limitInputPixels: MAX_PICTURE_PIXELS, failOn: "error" } as const;
    // As it is shown: telephones save photographs lying on their side, with a note of how to turn them.
    const { width, height } = (await sharp(path, options).metadata()).autoOrient;
    await sharp(path, options).resize(8).toBuffer();
    return { format, width, height };
  } catch {
    return null;
  }
}

/** Members of a WACZ that its specification demands (WACZ 1.1.1, Directory Layout). */
async function holdsWacz(path: string): Promise<boolean> {
  const wanted = new Set(["datapackage.json", "archive/", "indexes/", "pages/"]);
  try {
    const zip = await yauzl.openPromise(path, { lazyEntries: true });
    let entries = 0;
    try {
      for await (const entry of zip.eachEntry()) {
        for (const name of wanted) if (entry.fileName.startsWith(name)) wanted.delete(name);
        if (wanted.size === 0 || ++entries > MAX_ZIP_ENTRIES) break;
      }
    } finally {
      zip.close();
    }
    return wanted.size === 0;
  } catch {
    return false;
  }
}

/** Only the beginning is unpacked, so a bomb does nothing. */
async function beginsAsWarc(head: Buffer): Promise<boolean> {
  // The head ends in the middle of the stream, which is no error here.
  const unpacked = Readable.from([head]).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }));
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) return detectHead(chunk.subarray(0, 64)) === "warc";
  } catch {
    // Not gzip after all.
  }
  return false;
}

async function isHar(path: string): Promise<boolean> {
  if ((await stat(path)).size > MAX_HAR_BYTES) return false;
  try {
    const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
    const { log } = JSON.parse(text) as { log?: { version?: unknown; entries?: unknown } };
    return typeof log?.version === "string" && Array.isArray(log.entries);
  } catch {
    return false;
  }
}
