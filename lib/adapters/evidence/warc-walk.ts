import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { findGzipMember, readGzipHeader } from "#lib/adapters/evidence/gzip-member";
import { WarcRecordReader } from "#lib/adapters/evidence/warc-record-reader";

/** What was found of one record of a WARC file. */
export type WarcFinding = {
  /** From 1, in the order of the file. */
  number: number;
  /** Where its gzip member begins in the file. */
  offset: number;
  recordId: string;
  type: string;
  uri: string;
  /** What is wrong with it, in English; undefined when everything holds. */
  problem: string | undefined;
};

/** Records of one capture unpack to what the capture's limits let in; more than this is a bomb. */
const MAX_UNPACKED_BYTES = 8_000_000_000;
const GZIP_TRAILER_BYTES = 8;

/**
 * Reads a `.warc.gz` record after record: one gzip member each (WARC 1.1, annex D), its CRC, the record's structure and
 * its block and payload digests. Nothing is held in memory. After a damaged record the next one is looked for, so that
 * one changed byte is reported as one record.
 */
export async function* walkWarc(path: string): AsyncGenerator<WarcFinding> {
  const { size } = await stat(path);
  let unpacked = 0;
  let offset = 0;
  for (let number = 1; offset < size; number++) {
    const reader = new WarcRecordReader();
    const member = await readMember(path, offset, reader, MAX_UNPACKED_BYTES - unpacked);
    unpacked += reader.bytes;
    const problem = member.problem ?? reader.finish();
    yield { number, offset, ...reader.about, problem };
    // A damaged member may end anywhere; the next one is where a record really begins.
    offset = member.problem ? await findGzipMember(path, offset + 1, size, "WARC/1.") : member.end;
  }
}

type ReadMember = { end: number; problem: string | undefined };

async function readMember(
  path: string,
  start: number,
  reader: WarcRecordReader,
  maxBytes: number,
): Promise<ReadMember> {
  const header = await readGzipHeader(path, start);
  if (!header) return { end: start, problem: "is not a gzip member of its own" };
  const inflate = createInflateRaw();
  const source = createReadStream(path, { start: start + header.bytes });
  let crc = 0;
  try {
    source.pipe(inflate);
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      crc = crc32(chunk, crc);
      reader.push(chunk);
      if (reader.bytes > maxBytes) return { end: start, problem: "unpacks to more than a capture can hold" };
    }
  } catch {
    return { end: start, problem: "does not unpack: its bytes were changed" };
  } finally {
    source.destroy();
  }
  const dataEnd = start + header.bytes + inflate.bytesWritten;
  const trailer = await readBytes(path, dataEnd, GZIP_TRAILER_BYTES);
  const holds =
    trailer.length === GZIP_TRAILER_BYTES &&
    trailer.readUInt32LE(0) === crc &&
    trailer.readUInt32LE(4) === reader.bytes % 2 ** 32;
  return {
    end: dataEnd + GZIP_TRAILER_BYTES,
    problem: holds ? undefined : "has another CRC-32 than it was written with",
  };
}

async function readBytes(path: string, start: number, count: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { start, end: start + count - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
