import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { incomingFolder } from "#lib/adapters/files/file-paths";
import { AppError, toAppError } from "#lib/errors";

/** A file that is on the disk but not in the store yet; `drop` removes it, and a later sweep if nobody does. */
export type ReceivedFile = { path: string; bytes: number; drop(): Promise<void> };

/**
 * Writes a stream to a temporary file without holding it in memory.
 * @throws AppError `file_too_large` (details.maxBytes) as soon as more than `maxBytes` came; `storage_failed`; `upload_cut`
 *   when the sender went away.
 */
export async function receiveFile(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<ReceivedFile> {
  await mkdir(incomingFolder(), { recursive: true });
  const path = join(incomingFolder(), randomUUID());
  const drop = () => rm(path, { force: true });
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? tooLarge(maxBytes) : null, chunk);
    },
  });
  try {
    await pipeline(Readable.from(chunks), counter, createWriteStream(path, { flags: "wx" }));
    return { path, bytes, drop };
  } catch (thrown) {
    await drop();
    const error = toAppError(thrown);
    if (error.code !== "internal") throw error;
    throw new AppError("upload_cut", `The upload ended early: ${error.message}`, {}, { cause: thrown });
  }
}

const tooLarge = (maxBytes: number) =>
  new AppError("file_too_large", `A file of more than ${maxBytes} bytes`, { maxBytes });
