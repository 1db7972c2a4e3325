import { open } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";

const FIXED_HEADER_BYTES = 10;
/** Optional fields of a header (name, comment) are read up to here; our writer makes none. */
const MAX_HEADER_BYTES = 4096;
const WINDOW_BYTES = 1 << 20;
/** Compressed bytes that are enough to see how a member begins. */
const PROBE_BYTES = 512;

/**
 * The length of a gzip header (RFC 1952, section 2.3) at a place of a file.
 * @returns null when there is none.
 */
export async function readGzipHeader(path: string, start: number): Promise<{ bytes: number } | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_HEADER_BYTES), 0, MAX_HEADER_BYTES, start);
    return measureHeader(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function measureHeader(bytes: Buffer): { bytes: number } | null {
  if (bytes.length < FIXED_HEADER_BYTES || bytes.readUInt16BE(0) !== 0x1f8b || bytes[2] !== 8) return null;
  const flags = bytes[3] ?? 0;
  // Reserved bits must be zero.
  if (flags & 0xe0) return null;
  let end = FIXED_HEADER_BYTES;
  if (flags & 4) end += 2 + (end + 2 <= bytes.length ? bytes.readUInt16LE(end) : MAX_HEADER_BYTES);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = bytes.indexOf(0, end);
    if (zero < 0) return null;
    end = zero + 1;
  }
  if (flags & 2) end += 2;
  return end <= bytes.length ? { bytes: end } : null;
}

/**
 * The next place of a file where a gzip member begins whose content begins with some words.
 * @returns the file's size when there is none.
 */
export async function findGzipMember(path: string, from: number, size: number, beginning: string): Promise<number> {
  const file = await open(path);
  try {
    const window = Buffer.alloc(WINDOW_BYTES);
    for (let at = from; at < size; at += WINDOW_BYTES - PROBE_BYTES) {
      const { bytesRead } = await file.read(window, 0, WINDOW_BYTES, at);
      const read = window.subarray(0, bytesRead);
      for (let found = read.indexOf("\x1f\x8b\x08", 0, "latin1"); found >= 0; ) {
        if (await beginsWith(read.subarray(found, found + PROBE_BYTES), beginning)) return at + found;
        found = read.indexOf("\x1f\x8b\x08", found + 1, "latin1");
      }
      if (at + bytesRead >= size) break;
    }
    return size;
  } finally {
    await file.close();
  }
}

async function beginsWith(member: Buffer, beginning: string): Promise<boolean> {
  const header = measureHeader(member);
  if (!header) return false;
  const inflate = createInflateRaw();
  let text = "";
  try {
    inflate.end(member.subarray(header.bytes));
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      text += chunk.toString("latin1");
      if (text.length >= beginning.length) break;
    }
  } catch {
    // Only the beginning of the member is here, so it ends too early; what came before that counts.
  }
  return text.startsWith(beginning);
}
