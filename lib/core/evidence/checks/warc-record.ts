/** One named field of a WARC record's header, in the order and spelling of the file. */
export type WarcField = { name: string; value: string };

/** The header of a record, taken apart. */
export type WarcHeader = { fields: WarcField[]; contentLength: number };

/** Longest header that is read; ours have some hundred bytes. */
export const MAX_HEADER_BYTES = 64 * 1024;

const TYPES = new Set([
  "warcinfo",
  "response",
  "resource",
  "request",
  "metadata",
  "revisit",
  "conversion",
  "continuation",
]);
const NEEDS_TARGET = new Set(["response", "resource", "request", "revisit", "conversion", "continuation"]);

/** The value of a named field; names are compared without case (WARC 1.1, section 4). */
export function warcField(header: WarcHeader, name: string): string | undefined {
  return header.fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.value;
}

/**
 * Takes a record's header apart and checks what WARC 1.1 demands of every record
 * (iipc/warc-specifications, warc-1.1, sections 4 and 5).
 * @param bytes from `WARC/1.1` to the empty line, that one included.
 * @returns the header, or what is wrong with it in English.
 */
export function readWarcHeader(bytes: Uint8Array): WarcHeader | string {
  const lines = Buffer.from(bytes).toString("utf8").split("\r\n");
  if (lines[0] !== "WARC/1.1" && lines[0] !== "WARC/1.0") return "does not begin with WARC/1.1";
  if (lines.pop() !== "" || lines.pop() !== "") return "its header does not end with an empty line";
  const fields: WarcField[] = [];
  for (const line of lines.slice(1)) {
    const match = /^([!#$%&'*+\-.^_`|~\w]+):[ \t]*(.*)$/.exec(line);
    if (!match) return `a header line is no field: ${line.slice(0, 60)}`;
    fields.push({ name: match[1] ?? "", value: (match[2] ?? "").trim() });
  }
  const header = { fields, contentLength: 0 };
  const problem = findFieldProblem(header);
  if (problem) return problem;
  return { fields, contentLength: Number(warcField(header, "Content-Length")) };
}

function findFieldProblem(header: WarcHeader): string | undefined {
  const names = header.fields.map((field) => field.name.toLowerCase()).filter((name) => name !== "warc-concurrent-to");
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated) return `the field ${repeated} stands there twice`;
  const type = warcField(header, "WARC-Type") ?? "";
  if (!/^\d{1,15}$/.test(warcField(header, "Content-Length") ?? "")) return "Content-Length is missing or no number";
  if (!/^<[a-z][a-z0-9+.-]*:[^<>\s]+>$/i.test(warcField(header, "WARC-Record-ID") ?? "")) {
    return "WARC-Record-ID is missing or no URI";
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(warcField(header, "WARC-Date") ?? "")) {
    return "WARC-Date is missing or no UTC time";
  }
  if (!TYPES.has(type)) return `WARC-Type ${type || "is missing"}`;
  const target = warcField(header, "WARC-Target-URI");
  if (NEEDS_TARGET.has(type) && !target) return `a ${type} record without WARC-Target-URI`;
  if (type === "warcinfo" && target) return "a warcinfo record with WARC-Target-URI";
  return undefined;
}

/** A digest field: its algorithm and value; undefined for algorithms that are not computed here. */
export function readWarcDigest(
  value: string,
): { algorithm: "sha256" | "sha1"; encoding: "hex" | "base32"; digest: string } | undefined {
  const match = /^(sha-?256|sha-?1):([0-9a-z]+)=*$/i.exec(value);
  if (!match) return undefined;
  const algorithm = match[1]?.toLowerCase().replace("-", "") === "sha1" ? "sha1" : "sha256";
  const digest = match[2] ?? "";
  const isHex = digest.length === (algorithm === "sha1" ? 40 : 64);
  return { algorithm, encoding: isHex ? "hex" : "base32", digest: isHex ? digest.toLowerCase() : digest.toUpperCase() };
}

/** RFC 4648 base32 without padding, as older WARC writers spell digests. */
export function base32(bytes: Uint8Array): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  let [text, bits, held] = ["", 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text;
}
