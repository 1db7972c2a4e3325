import { createHash, type Hash } from "node:crypto";
import {
  base32,
  MAX_HEADER_BYTES,
  readWarcDigest,
  readWarcHeader,
  type WarcHeader,
  warcField,
} from "#lib/core/evidence/checks/warc-record";

const HEADER_END = Buffer.from("\r\n\r\n");

/** A digest that a record states, computed again while the record passes. */
type Running = { field: string; stated: NonNullable<ReturnType<typeof readWarcDigest>>; hash: Hash };

/**
 * Takes one uncompressed WARC record in pieces and checks it on the way: header, length, block digest, payload digest,
 * and the two line ends behind it. The payload of a record with an HTTP message is what follows its header.
 */
export class WarcRecordReader {
  /** Bytes taken so far. */
  bytes = 0;
  about = { recordId: "", type: "", uri: "" };
  private head: Buffer[] = [];
  private headBytes = 0;
  private header: WarcHeader | undefined;
  private problem: string | undefined;
  private left = 0;
  private tail = "";
  private block: Running | undefined;
  private payload: Running | undefined;
  /** The last bytes of an HTTP header that has not ended yet; undefined once the payload runs. */
  private httpHead: Buffer | undefined;
  private payloadHasBegun = false;

  /** The next bytes of the record. */
  push(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.problem) return;
    if (this.header) this.pushBlock(chunk);
    else this.pushHead(chunk);
  }

  private pushHead(chunk: Buffer): void {
    this.head.push(chunk);
    this.headBytes += chunk.length;
    const joined = Buffer.concat(this.head);
    const end = joined.indexOf(HEADER_END);
    if (end < 0) {
      if (this.headBytes > MAX_HEADER_BYTES) this.problem = "its header does not end";
      this.head = [joined];
      return;
    }
    this.head = [];
    this.begin(joined.subarray(0, end + HEADER_END.length));
    if (!this.problem) this.pushBlock(joined.subarray(end + HEADER_END.length));
  }

  /** After the last byte: what is wrong with the record, or undefined. */
  finish(): string | undefined {
    if (this.problem) return this.problem;
    if (!this.header) return "it has no header";
    if (this.left > 0) return `it is ${this.left} bytes shorter than its Content-Length`;
    if (this.tail !== "\r\n\r\n") return "it does not end with two line ends, and nothing after them";
    for (const running of [this.block, this.payload]) {
      if (running && !fits(running)) return `its ${running.field} is another`;
    }
    return undefined;
  }

  private begin(bytes: Buffer): void {
    const header = readWarcHeader(bytes);
    if (typeof header === "string") {
      this.problem = header;
      return;
    }
    this.header = header;
    this.left = header.contentLength;
    const field = (name: string) => warcField(header, name) ?? "";
    this.about = { recordId: field("WARC-Record-ID"), type: field("WARC-Type"), uri: field("WARC-Target-URI") };
    this.block = this.start("WARC-Block-Digest");
    // A revisit's payload is in another record.
    if (this.about.type !== "revisit") this.payload = this.start("WARC-Payload-Digest");
    const isHttp = /^application\/http\b/i.test(field("Content-Type"));
    this.payloadHasBegun = !isHttp;
    if (isHttp) this.httpHead = Buffer.alloc(0);
  }

  private start(field: string): Running | undefined {
    const value = this.header && warcField(this.header, field);
    if (value === undefined) return undefined;
    const stated = readWarcDigest(value);
    if (!stated) this.problem = `its ${field} cannot be computed here: ${value.slice(0, 60)}`;
    return stated && { field, stated, hash: createHash(stated.algorithm) };
  }

  private pushBlock(chunk: Buffer): void {
    const block = chunk.subarray(0, this.left);
    this.left -= block.length;
    this.block?.hash.update(block);
    this.pushPayload(block);
    if (block.length < chunk.length) {
      this.tail += chunk.toString("latin1", block.length);
      if (this.tail.length > HEADER_END.length) this.problem = "something follows its end";
    }
  }

  private pushPayload(block: Buffer): void {
    if (!this.payload || block.length === 0) return;
    if (this.payloadHasBegun) {
      this.payload.hash.update(block);
      return;
    }
    const joined = Buffer.concat([this.httpHead ?? Buffer.alloc(0), block]);
    const end = joined.indexOf(HEADER_END);
    if (end < 0) {
      this.httpHead = Buffer.from(joined.subarray(-(HEADER_END.length - 1)));
      return;
    }
    this.payloadHasBegun = true;
    this.payload.hash.update(joined.subarray(end + HEADER_END.length));
  }
}

function fits({ stated, hash }: Running): boolean {
  const digest = hash.digest();
  return stated.digest === (stated.encoding === "hex" ? digest.toString("hex") : base32(digest));
}
