import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";

/** How much of a zip is read before it counts as an attack: our own evidence never comes near. */
export type ZipLimits = { entries: number; totalBytes: number };

/** A zip, or a member of it, that cannot be read or goes past the limits; the message is English, for a report. */
export class ZipProblem extends Error {
  override readonly name = "ZipProblem";
  /** Whether a limit was met, rather than damage. */
  readonly isLimit: boolean;

  constructor(message: string, isLimit = false) {
    super(message);
    this.isLimit = isLimit;
  }
}

/** One member while it is read; `read` may be called once, before the next member. */
export type ZipMember = {
  path: string;
  declaredBytes: number;
  /** Unix mode says symbolic link, device or the like. */
  isSpecial: boolean;
  read(onChunk: (chunk: Buffer) => void | Promise<void>): Promise<MemberDigest>;
};

/** What a member held, hashed while it was read. */
export type MemberDigest = { sha256: string; bytes: number; crcHolds: boolean };

/**
 * Reads a zip file member after member in the order of its directory, never holding one in memory. Folders are left out.
 * @returns the zip's comment.
 * @throws ZipProblem when the file is no zip, is damaged, or holds more than the limits; AppErrors of `onMember` pass.
 */
export async function readZip(
  path: string,
  limits: ZipLimits,
  onMember: (member: ZipMember) => Promise<void>,
): Promise<{ comment: string }> {
  const zip = await open(path);
  let total = 0;
  try {
    if (zip.entryCount > limits.entries) throw new ZipProblem(`it lists ${zip.entryCount} members`, true);
    for await (const entry of entriesOf(zip)) {
      if (entry.fileName.endsWith("/") && entry.uncompressedSize === 0) continue;
      const read = async (onChunk: (chunk: Buffer) => void | Promise<void>) => {
        const left = limits.totalBytes - total;
        const digest = await readMember(zip, entry, left, onChunk);
        total += digest.bytes;
        return digest;
      };
      await onMember({
        path: entry.fileName,
        declaredBytes: entry.uncompressedSize,
        isSpecial: isSpecial(entry),
        read,
      });
    }
    return { comment: zip.comment };
  } finally {
    zip.close();
  }
}

/** yauzl itself refuses names that leave the folder, are absolute, or hold a backslash: they end the reading. */
async function open(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { autoClose: false, strictFileNames: true });
  } catch (cause) {
    throw asProblem(cause);
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next().catch((cause: unknown) => {
      throw asProblem(cause);
    });
    if (next.done) return;
    yield next.value;
  }
}

const asProblem = (thrown: unknown) =>
  isOutside(thrown) ? thrown : new ZipProblem(String((thrown as Error)?.message ?? thrown).replace(/\.$/, ""));

async function readMember(
  zip: ZipFile,
  entry: Entry,
  maxBytes: number,
  onChunk: (chunk: Buffer) => void | Promise<void>,
): Promise<MemberDigest> {
  const hash = createHash("sha256");
  let bytes = 0;
  let crc = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new ZipProblem("it unpacks to more than is ever exported", true);
      hash.update(chunk);
      crc = crc32(chunk, crc);
      await onChunk(chunk);
    }
  } catch (thrown) {
    if (thrown instanceof ZipProblem || isOutside(thrown)) throw thrown;
    // Data that cannot be found, does not unpack, or not to the size that is written beside it.
    return { sha256: hash.digest("hex"), bytes, crcHolds: false };
  }
  return { sha256: hash.digest("hex"), bytes, crcHolds: crc === entry.crc32 };
}

/** A full disk and the like are no property of the zip. */
function isOutside(thrown: unknown): boolean {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^E[A-Z]+$/.test(code);
}

/** The upper half of the attributes is a Unix mode when a Unix system made the entry (APPNOTE 4.4.2, 4.4.15). */
function isSpecial(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  return entry.versionMadeBy >>> 8 === 3 && type !== 0 && type !== 0o100000;
}
