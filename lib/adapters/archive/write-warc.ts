import { type FileHandle, open } from "node:fs/promises";
import { CDXIndexer, HeadersMultiMap, SerializerInMemBuffer, WARCRecord, WARCSerializer } from "warcio";
import type { Body } from "#lib/adapters/archive/spill";
import type { Exchange } from "#lib/core/archive/exchange";
import { recordedRequestHeaders, recordedResponseHeaders } from "#lib/core/archive/recorded-headers";
import { ARCHIVED_NAME } from "#lib/core/archive/wacz-package";

const VERSION = "WARC/1.1";

/** A file that goes into the archive beside what went over the network. */
export type ArchivedFile = {
  /** `urn:screenshot:https://…` */
  uri: string;
  mediaType: string;
  at: Date;
  body: Pick<Body, "open">;
};

/** Writes a WARC 1.1 file, one gzip member per record, SHA-256 digests; one call at a time. */
export type WarcWriter = {
  /** An answer and the request it answers, as a pair. */
  writeExchange(exchange: Exchange, body: Body): Promise<void>;
  writeFile(file: ArchivedFile): Promise<void>;
  /** Closes the file. @returns the lines of its index (CDXJ), sorted. */
  close(): Promise<string[]>;
};

/**
 * Begins a WARC file with its `warcinfo`.
 * @param path a new file.
 * @param info fields of the `warcinfo` record; no value may have a line break.
 * @throws system errors when the disk is full.
 */
export async function openWarc(path: string, info: Record<string, string>, now = new Date()): Promise<WarcWriter> {
  const file = await open(path, "wx");
  const indexer = new CDXIndexer({ format: "cdxj" });
  const lines: string[] = [];
  let offset = 0;

  /** @returns where the record lies in the file. */
  async function append(
    record: WARCRecord,
    body: Pick<Body, "open">,
  ): Promise<{ offset: number; recordLength: number }> {
    const begin = offset;
    for await (const chunk of new WARCSerializer(record, { gzip: true }, new BodyAgain(body))) {
      offset += await writeAll(file, chunk);
    }
    return { offset: begin, recordLength: offset - begin };
  }

  function index(
    record: WARCRecord,
    request: WARCRecord | null,
    place: { offset: number; recordLength: number },
  ): void {
    record._offset = place.offset;
    record._length = place.recordLength;
    const entry = indexer.indexRecordPair(record, request, place, ARCHIVED_NAME);
    if (!entry) return;
    const digest = record.warcPayloadDigest ?? undefined;
    lines.push(indexer.serializeCDXJ({ ...entry, digest }));
  }

  const fields = Buffer.from(
    Object.entries(info)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join(""),
    "utf8",
  );
  const warcinfo = createRecord(
    { type: "warcinfo", filename: ARCHIVED_NAME, date: now.toISOString(), warcVersion: VERSION },
    [fields],
  );
  const infoId = warcinfo.warcHeader("WARC-Record-ID") ?? "";
  await append(warcinfo, { open: () => [fields] });

  return {
    async writeExchange(exchange, body) {
      const { url, sentAt } = exchange;
      const common = { url, date: sentAt.toISOString(), warcVersion: VERSION } as const;
      const { response, request } = headersOf(exchange, body);
      const answer = createRecord(
        {
          ...common,
          type: "response",
          statusline: `HTTP/1.1 ${exchange.status} ${exchange.statusText.replaceAll(/[\r\n]/g, " ")}`.trimEnd(),
          httpHeaders: response.headers,
          warcHeaders: { "WARC-Warcinfo-ID": infoId, ...factsOf(exchange, response.redacted) },
        },
        body.open(),
      );
      const place = await append(answer, body);
      const { pathname, search } = new URL(url);
      const question = createRecord(
        {
          ...common,
          type: "request",
          statusline: `${exchange.method} ${pathname}${search} HTTP/1.1`,
          httpHeaders: request.headers,
          warcHeaders: {
            "WARC-Warcinfo-ID": infoId,
            "WARC-Concurrent-To": answer.warcHeader("WARC-Record-ID") ?? "",
            ...redactedNote(request.redacted),
          },
        },
        [exchange.requestBody],
      );
      await append(question, { open: () => [exchange.requestBody] });
      // The index reads what was posted from here.
      question.payload = exchange.requestBody;
      index(answer, question, place);
    },
    async writeFile({ uri, mediaType, at, body }) {
      const record = createRecord(
        {
          url: uri,
          date: at.toISOString(),
          type: "resource",
          warcVersion: VERSION,
          warcHeaders: { "Content-Type": mediaType, "WARC-Warcinfo-ID": infoId },
        },
        body.open(),
      );
      index(record, null, await append(record, body));
    },
    async close() {
      await file.close();
      return lines.sort();
    },
  };
}

function headersOf(exchange: Exchange, body: Body) {
  const { responseHeaders, requestHeaders, url, status, method, isReencoded } = exchange;
  const hasBody = body.bytes > 0 || !(method === "HEAD" || status === 204 || status === 304);
  return {
    response: recordedResponseHeaders(responseHeaders, { bytes: body.bytes, isReencoded, hasBody }),
    request: recordedRequestHeaders(requestHeaders, new URL(url)),
  };
}

/** What the standard has fields for, and the rest as JSON in the field that archiving tools use for it. */
function factsOf(exchange: Exchange, redacted: string[]): Record<string, string> {
  const { remoteAddress, truncated, protocol, tls, purpose, isReencoded } = exchange;
  const more = { protocol, tls, purpose, ...(isReencoded ? { isReencoded } : {}), ...noteOf(redacted) };
  return {
    ...(remoteAddress ? { "WARC-IP-Address": remoteAddress } : {}),
    ...(truncated ? { "WARC-Truncated": truncated } : {}),
    "WARC-JSON-Metadata": ascii(JSON.stringify(more)),
  };
}

const noteOf = (redacted: string[]) => (redacted.length > 0 ? { redactedHeaders: redacted } : {});

const redactedNote = (redacted: string[]): Record<string, string> =>
  redacted.length > 0 ? { "WARC-JSON-Metadata": ascii(JSON.stringify(noteOf(redacted))) } : {};

/** JSON that says the same in ASCII. */
const ascii = (json: string) =>
  json.replaceAll(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<number> {
  await file.writeFile(chunk);
  return chunk.length;
}

/** The library takes three commas for its own sign of several values, and refuses an address that has them. */
class OneValueEach extends HeadersMultiMap {
  override isMultiValue(): boolean {
    return false;
  }
}

function createRecord(...input: Parameters<typeof WARCRecord.create>): WARCRecord {
  const record = WARCRecord.create(...input);
  const fields = new OneValueEach();
  for (const [name, value] of record.warcHeaders.headers.entries()) fields.set(name, value);
  record.warcHeaders.headers = fields;
  return record;
}

/** The library reads a body once for its digest and keeps it for writing; ours can simply be read again. */
class BodyAgain extends SerializerInMemBuffer {
  readonly #body: Pick<Body, "open">;

  constructor(body: Pick<Body, "open">) {
    super();
    this.#body = body;
  }

  override write(): void {}

  override async *readAll(): AsyncIterable<Uint8Array> {
    yield* this.#body.open();
  }
}
