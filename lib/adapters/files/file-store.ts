import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { storedPath } from "#lib/adapters/files/file-paths";
import { writeDurably } from "#lib/adapters/files/write-durably";
import type { ByteRange } from "#lib/core/http/byte-range";
import { AppError } from "#lib/errors";

/** A file in the store: its name is the SHA-256 of its bytes, lower-case hex. */
export type StoredFile = { sha256: string; bytes: number };

/**
 * Keeps bytes, or a copy of the file at a path. The same bytes are kept once; a damaged copy is replaced.
 * When this returns, the file is on the disk (fsync), not only in the system's memory.
 * @throws AppError `storage_failed` when the disk is full or not writable.
 */
export async function putFile(content: Uint8Array | string): Promise<StoredFile> {
  try {
    const file = typeof content === "string" ? await hashOfPath(content) : hashOfBytes(content);
    const target = storedPath(file.sha256);
    if (await isWhole(target, file)) return file;
    await writeDurably(target, typeof content === "string" ? createReadStream(content) : [content]);
    return file;
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    throw new AppError("storage_failed", `The evidence disk refused a file: ${thrown.message}`, {}, { cause: thrown });
  }
}

/**
 * The bytes of a stored file, checked.
 * @throws AppError `file_damaged` when it is missing or its hash is another.
 */
export async function readFileBytes(sha256: string): Promise<Buffer> {
  const bytes = await readFile(storedPath(sha256)).catch(missing(sha256));
  if (hashOfBytes(bytes).sha256 !== sha256) throw damaged(sha256);
  return bytes;
}

/**
 * A stored file as a stream, for answers that should not be held in memory. The stream ends with the
 * error `file_damaged` instead of its last chunk when the bytes do not have the hash.
 * @throws AppError `file_damaged` when it is missing.
 */
export async function openFile(sha256: string): Promise<{ bytes: number; stream: Readable }> {
  const path = storedPath(sha256);
  const { size } = await stat(path).catch(missing(sha256));
  return { bytes: size, stream: Readable.from(checkedChunks(path, sha256), { objectMode: false }) };
}

/** Files whose hash was right when they looked like this: asking for a file in hundreds of parts hashes it once. */
const looked = new Map<string, string>();
const MAX_LOOKED = 1_000;

/**
 * A part of a stored file. The whole file's hash is checked before the first part is given, and again when the file on
 * the disk looks another than it did then.
 * @throws AppError `file_damaged` when it is missing or its hash is another.
 */
export async function openFilePart(sha256: string, range: ByteRange): Promise<Readable> {
  const path = storedPath(sha256);
  const { ino, size, mtimeMs, ctimeMs } = await stat(path).catch(missing(sha256));
  const look = [ino, size, mtimeMs, ctimeMs].join(" ");
  if (looked.get(sha256) !== look) {
    if (!(await isWhole(path, { sha256, bytes: size }))) throw damaged(sha256);
    const oldest = looked.keys().next();
    if (looked.size >= MAX_LOOKED && !oldest.done) looked.delete(oldest.value);
    looked.set(sha256, look);
  }
  return createReadStream(path, range);
}

/** One chunk behind the disk: the last one is handed on only when the hash of all is right. */
async function* checkedChunks(path: string, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let held: Buffer | undefined;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (held) yield held;
    held = chunk;
  }
  if (hash.digest("hex") !== sha256) throw damaged(sha256);
  if (held) yield held;
}

function hashOfBytes(bytes: Uint8Array): StoredFile {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.byteLength };
}

async function hashOfPath(path: string): Promise<StoredFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

async function isWhole(path: string, file: StoredFile): Promise<boolean> {
  const found = await hashOfPath(path).catch(() => undefined);
  return found?.sha256 === file.sha256;
}

function damaged(sha256: string): AppError {
  return new AppError("file_damaged", `Stored file ${sha256} does not have the hash it is named by`, { sha256 });
}

const missing = (sha256: string) => (cause: unknown) => {
  throw new AppError("file_damaged", `Stored file ${sha256} cannot be read`, { sha256 }, { cause });
};

function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && typeof (thrown as NodeJS.ErrnoException).errno === "number";
}
