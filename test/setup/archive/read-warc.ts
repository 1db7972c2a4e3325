import { crc32, createInflateRaw } from "node:zlib";

/**
 * Reads a WARC 1.1 file by the letter of its specification (capture-facts: iipc warc-1.1 §4, §5 and annex D), sharing no
 * code with the program that writes ours.
 */
export type WarcRecord = {
  /** Where its gzip member begins in the file, and how long it is. */
  offset: number;
  length: number;
  version: string;
  /** In order; names as written. */
  fields: [name: string, value: string][];
  block: Buffer;
};

/** One value of a record's field, whatever its case; undefined when it is missing. */
export const field = (record: WarcRecord, name: string): string | undefined =>
  record.fields.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];

/**
 * Every record of a gzipped WARC.
 * @throws Error that says what is wrong with the file's form.
 */
export async function readWarc(file: Buffer): Promise<WarcRecord[]> {
  const records: WarcRecord[] = [];
  for (let offset = 0; offset < file.length; ) {
    const { content, length } = await readGzipMember(file, offset);
    records.push({ offset, length, ...parseRecord(content) });
    offset += length;
  }
  return records;
}

/** One member of RFC 1952 at a place in the file, with its check sum and length checked. */
async function readGzipMember(file: Buffer, offset: number): Promise<{ content: Buffer; length: number }> {
  if (file[offset] !== 0x1f || file[offset + 1] !== 0x8b || file[offset + 2] !== 8) {
    throw new Error(`No gzip member begins at ${offset}`);
  }
  const flags = file.readUInt8(offset + 3);
  let at = offset + 10;
  if (flags & 4) at += 2 + file.readUInt16LE(at);
  for (const flag of [8, 16]) if (flags & flag) at = file.indexOf(0, at) + 1;
  if (flags & 2) at += 2;
  const { content, used } = await inflate(file.subarray(at));
  const trailer = at + used;
  if (file.readUInt32LE(trailer) !== crc32(content)) throw new Error(`The member at ${offset} has a wrong check sum`);
  if (file.readUInt32LE(trailer + 4) !== content.length) throw new Error(`The member at ${offset} has a wrong length`);
  return { content, length: trailer + 8 - offset };
}

/** Inflates the deflate stream at the beginning of `bytes` and says how many of them it was. */
function inflate(bytes: Buffer): Promise<{ content: Buffer; used: number }> {
  return new Promise((resolve, reject) => {
    const stream = createInflateRaw();
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", reject);
    stream.on("end", () => resolve({ content: Buffer.concat(chunks), used: stream.bytesWritten }));
    stream.end(bytes);
  });
}

function parseRecord(content: Buffer): Omit<WarcRecord, "offset" | "length"> {
  const end = content.indexOf("\r\n\r\n");
  if (end < 0) throw new Error("A record's header does not end");
  const [version = "", ...lines] = content.subarray(0, end).toString("utf8").split("\r\n");
  const fields = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    if (colon < 1) throw new Error(`Not a named field: ${line}`);
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const length = Number(fields.find(([name]) => name.toLowerCase() === "content-length")?.[1]);
  const block = content.subarray(end + 4, end + 4 + length);
  const rest = content.subarray(end + 4 + length);
  if (block.length !== length) throw new Error(`A block is shorter than its Content-Length ${length}`);
  // "one member per record": nothing comes after the record's own two line breaks.
  if (rest.toString("latin1") !== "\r\n\r\n") throw new Error("A record does not end with two line breaks");
  return { version, fields, block };
}

/** An HTTP message inside a record: first line, headers, body. */
export function parseHttp(block: Buffer): { firstLine: string; headers: [string, string][]; body: Buffer } {
  const end = block.indexOf("\r\n\r\n");
  if (end < 0) throw new Error("An HTTP header does not end");
  const [firstLine = "", ...lines] = block.subarray(0, end).toString("utf8").split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { firstLine, headers, body: block.subarray(end + 4) };
}
