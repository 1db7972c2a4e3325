import { createHash } from "node:crypto";
import { isIP } from "node:net";
import { field, parseHttp, readWarc, type WarcRecord } from "#test/setup/archive/read-warc";

const TYPES = ["warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation"];
const NEED_TARGET = ["response", "resource", "request", "revisit", "conversion", "continuation"];
const MAY_HAVE_ADDRESS = ["response", "resource", "request", "metadata", "revisit"];
const NO_CONCURRENT = ["warcinfo", "conversion", "continuation"];
const NO_REFERS = ["warcinfo", "response", "resource", "request", "continuation"];
const TRUNCATIONS = ["length", "time", "disconnect", "unspecified"];
const URN_UUID = /^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}>$/;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

type Rule = { rule: string; breaks(record: WarcRecord, all: readonly WarcRecord[]): boolean };

const typeOf = (record: WarcRecord) => field(record, "WARC-Type") ?? "";
const has = (record: WarcRecord, name: string) => field(record, name) !== undefined;
const hex = (bytes: Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
const payloadOf = (record: WarcRecord) =>
  ["response", "request"].includes(typeOf(record)) ? parseHttp(record.block).body : record.block;

/** The rules of WARC 1.1, each by its section. */
const RULES: Rule[] = [
  { rule: "§4 the version line is WARC/1.1", breaks: ({ version }) => version !== "WARC/1.1" },
  {
    rule: "§4 no field is repeated, except WARC-Concurrent-To",
    breaks: ({ fields }) => {
      const names = fields.map(([name]) => name.toLowerCase()).filter((name) => name !== "warc-concurrent-to");
      return new Set(names).size !== names.length;
    },
  },
  { rule: "§5.2 WARC-Record-ID is a URI of its own", breaks: (r) => !URN_UUID.test(field(r, "WARC-Record-ID") ?? "") },
  {
    rule: "§5.2 WARC-Record-ID is unique",
    breaks: (r, all) => all.some((o) => o !== r && field(o, "WARC-Record-ID") === field(r, "WARC-Record-ID")),
  },
  { rule: "§5.3 Content-Length is there", breaks: (r) => !/^\d+$/.test(field(r, "Content-Length") ?? "") },
  {
    rule: "§5.4 WARC-Date is UTC",
    breaks: (r) => !DATE.test(field(r, "WARC-Date") ?? "") || Number.isNaN(Date.parse(field(r, "WARC-Date") ?? "")),
  },
  { rule: "§5.5 WARC-Type is known", breaks: (r) => !TYPES.includes(typeOf(r)) },
  {
    rule: "§5.6 a block has a Content-Type",
    breaks: (r) => r.block.length > 0 && !has(r, "Content-Type"),
  },
  {
    rule: "§5.7 WARC-Concurrent-To has its place and leads to a record",
    breaks: (r, all) => {
      const to = field(r, "WARC-Concurrent-To");
      if (to === undefined) return false;
      return NO_CONCURRENT.includes(typeOf(r)) || !all.some((other) => field(other, "WARC-Record-ID") === to);
    },
  },
  { rule: "§5.8 WARC-Block-Digest is right", breaks: (r) => digestIsWrong(field(r, "WARC-Block-Digest"), r.block) },
  {
    rule: "§5.9 WARC-Payload-Digest is right",
    breaks: (r) => digestIsWrong(field(r, "WARC-Payload-Digest"), payloadOf(r)),
  },
  {
    rule: "§5.10 WARC-IP-Address has its place and is an address",
    breaks: (r) => {
      const address = field(r, "WARC-IP-Address");
      return address !== undefined && (!MAY_HAVE_ADDRESS.includes(typeOf(r)) || isIP(address) === 0);
    },
  },
  {
    rule: "§5.11 WARC-Refers-To has its place",
    breaks: (r) => has(r, "WARC-Refers-To") && NO_REFERS.includes(typeOf(r)),
  },
  {
    rule: "§5.12 WARC-Target-URI is where it must be, and nowhere else",
    breaks: (r) => {
      const target = field(r, "WARC-Target-URI");
      if (target === undefined) return NEED_TARGET.includes(typeOf(r));
      return typeOf(r) === "warcinfo" || !URL.canParse(target) || /[\s<>]/.test(target);
    },
  },
  {
    rule: "§5.13 WARC-Truncated gives one of four reasons",
    breaks: (r) => has(r, "WARC-Truncated") && !TRUNCATIONS.includes(field(r, "WARC-Truncated") ?? ""),
  },
  {
    rule: "§5.14 WARC-Warcinfo-ID leads to a warcinfo and is not on one",
    breaks: (r, all) => {
      const id = field(r, "WARC-Warcinfo-ID");
      if (id === undefined) return false;
      const info = all.find((other) => field(other, "WARC-Record-ID") === id);
      return typeOf(r) === "warcinfo" || !info || typeOf(info) !== "warcinfo";
    },
  },
  {
    rule: "§5.15 WARC-Filename is on warcinfo only",
    breaks: (r) => has(r, "WARC-Filename") && typeOf(r) !== "warcinfo",
  },
  {
    rule: "§5.16 a revisit has a WARC-Profile, others have none",
    breaks: (r) => has(r, "WARC-Profile") !== (typeOf(r) === "revisit"),
  },
  {
    rule: "§6.2 warcinfo is of type application/warc-fields, and its lines are fields",
    breaks: (r) =>
      typeOf(r) === "warcinfo" &&
      (field(r, "Content-Type") !== "application/warc-fields" || !/^(?:[^\s:]+: .*\r\n)+$/.test(r.block.toString())),
  },
  {
    rule: "§6.3 a response is of type application/http;msgtype=response and begins with a status line",
    breaks: (r) => isBadMessage(r, "response", /^HTTP\/1\.[01] \d{3}(?: |$)/),
  },
  {
    rule: "§6.5 a request is of type application/http;msgtype=request and begins with a request line",
    breaks: (r) => isBadMessage(r, "request", /^[A-Z]+ \S+ HTTP\/1\.[01]$/),
  },
  {
    rule: "§6.5 records of one exchange have one WARC-Date",
    breaks: (r, all) => {
      const to = field(r, "WARC-Concurrent-To");
      const other = all.find((one) => field(one, "WARC-Record-ID") === to);
      return to !== undefined && other !== undefined && field(other, "WARC-Date") !== field(r, "WARC-Date");
    },
  },
];

/** Ours beyond the standard: what every archive of ours promises. */
const PROMISES: Rule[] = [
  {
    rule: "the body is as long as its header says",
    breaks: (r) => {
      if (typeOf(r) !== "response") return false;
      const { headers, body, firstLine } = parseHttp(r.block);
      const length = headers.find(([name]) => name.toLowerCase() === "content-length")?.[1];
      return !/ (?:204|304)/.test(firstLine) && length !== undefined && Number(length) !== body.length;
    },
  },
  {
    rule: "the body is decoded, so no header says that it is coded",
    breaks: (r) =>
      typeOf(r) === "response" &&
      parseHttp(r.block).headers.some(([name]) => /^(?:content|transfer)-encoding$/i.test(name)),
  },
  {
    rule: "no header can open a session",
    breaks: (r) =>
      ["response", "request"].includes(typeOf(r)) &&
      parseHttp(r.block).headers.some(([name]) =>
        /^(?:set-cookie2?|cookie|authorization|proxy-authorization|x-csrf-token)$/i.test(name),
      ),
  },
];

function digestIsWrong(written: string | undefined, bytes: Buffer): boolean {
  return written !== undefined && written !== hex(bytes);
}

function isBadMessage(record: WarcRecord, kind: "request" | "response", firstLine: RegExp): boolean {
  if (typeOf(record) !== kind) return false;
  const type = (field(record, "Content-Type") ?? "").replaceAll(" ", "");
  return type !== `application/http;msgtype=${kind}` || !firstLine.test(parseHttp(record.block).firstLine);
}

/**
 * Every rule that a gzipped WARC breaks, with the record that does.
 * @returns empty for a sound file.
 */
export async function checkWarc(file: Buffer): Promise<string[]> {
  let records: WarcRecord[];
  try {
    records = await readWarc(file);
  } catch (thrown) {
    return [`annex D, §4: ${String(thrown)}`];
  }
  const broken: string[] = [];
  if (records.length === 0 || typeOf(records[0] as WarcRecord) !== "warcinfo")
    broken.push("§6.2 begins with a warcinfo");
  for (const record of records) {
    for (const { rule, breaks } of [...RULES, ...PROMISES]) {
      if (breaks(record, records)) broken.push(`${rule}: ${typeOf(record)} at ${record.offset}`);
    }
  }
  return broken;
}
