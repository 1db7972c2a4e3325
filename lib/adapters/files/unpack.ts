import { gunzipSync } from "node:zlib";
import yauzl from "yauzl";

/** What is inside a packed file may be this much larger than the file. */
const MAX_UNPACKED_BYTES = 1_000_000_000;
const MAX_DEPTH = 4;

/**
 * Every layer of a file: its own bytes, what gzip (all members) or zip holds, and what those hold in turn.
 * @throws Error when something calls itself packed and cannot be unpacked, or is absurdly large.
 */
export async function* everyLayer(bytes: Buffer, depth = 0): AsyncGenerator<Buffer> {
  yield bytes;
  if (depth >= MAX_DEPTH) return;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    yield* everyLayer(gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }), depth + 1);
  } else if (bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"))) {
    for await (const entry of zipEntries(bytes)) yield* everyLayer(entry, depth + 1);
  }
}

async function* zipEntries(bytes: Buffer): AsyncGenerator<Buffer> {
  const zip = await yauzl.fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (entry.uncompressedSize > MAX_UNPACKED_BYTES) throw new Error("A member of the zip is too large to look into");
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    yield Buffer.concat(chunks);
  }
}
