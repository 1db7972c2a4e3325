/** Looks for secrets that must never be in a file, in every spelling in which a page could repeat them. */
export type SecretGuard = {
  /** How often a secret stands in these bytes as they are; what is packed must be unpacked first. */
  count(bytes: Uint8Array): number;
  /** The bytes with every secret replaced by `REDACTED`; the same object when there was none. */
  redact(bytes: Uint8Array): { bytes: Uint8Array; count: number };
};

export const REDACTED = "[secret removed by Daleel]";

/** Shorter values are no secrets, and would be found everywhere by chance. */
const MIN_CHARS = 8;

/** @param secrets values as the browser holds them. */
export function makeSecretGuard(secrets: readonly string[]): SecretGuard {
  const spellings = new Set(secrets.filter((secret) => secret.length >= MIN_CHARS).flatMap(spellingsOf));
  // Longest first: a spelling that holds another is replaced whole.
  const needles = [...spellings].sort((a, b) => b.length - a.length).map((spelling) => Buffer.from(spelling, "latin1"));
  const places = (bytes: Buffer) => findPlaces(bytes, needles);
  return {
    count: (bytes) => places(asBuffer(bytes)).length,
    redact(bytes) {
      const buffer = asBuffer(bytes);
      const found = places(buffer);
      if (found.length === 0) return { bytes, count: 0 };
      const parts: Uint8Array[] = [];
      let from = 0;
      for (const { start, end } of found) {
        parts.push(buffer.subarray(from, start), Buffer.from(REDACTED, "latin1"));
        from = end;
      }
      return { bytes: Buffer.concat([...parts, buffer.subarray(from)]), count: found.length };
    },
  };
}

type Place = { start: number; end: number };

/** Where any needle stands, in order, without overlaps. */
function findPlaces(bytes: Buffer, needles: readonly Buffer[]): Place[] {
  const all: Place[] = [];
  for (const needle of needles) {
    for (let start = bytes.indexOf(needle); start >= 0; start = bytes.indexOf(needle, start + needle.length)) {
      all.push({ start, end: start + needle.length });
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Place[] = [];
  for (const place of all) {
    const last = kept.at(-1);
    if (!last || place.start >= last.end) kept.push({ ...place });
    else last.end = Math.max(last.end, place.end);
  }
  return kept;
}

/** The value itself and everything that scripts, forms, JSON, HTML and headers make of it. As bytes in latin1. */
function spellingsOf(secret: string): string[] {
  const plain = [...new Set([secret, decoded(secret)])].filter((one) => one.length >= MIN_CHARS);
  return plain.flatMap((value) => {
    const utf8 = Buffer.from(value, "utf8");
    const url = encodeURIComponent(value);
    const json = JSON.stringify(value).slice(1, -1);
    const texts = [
      value,
      url,
      lowerEscapes(url),
      encodeURIComponent(url),
      json,
      json.replaceAll("/", "\\/"),
      escapeAll(value),
      value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    ].map((text) => Buffer.from(text, "utf8").toString("latin1"));
    const hex = utf8.toString("hex");
    return [...texts, hex, hex.toUpperCase(), utf16(value), ...base64Cores(utf8)];
  });
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const lowerEscapes = (url: string) => url.replace(/%[0-9A-F]{2}/g, (part) => part.toLowerCase());

/** `\u0026` for everything that is neither letter nor digit, as careful JSON writers do it. */
const escapeAll = (value: string) =>
  value.replace(/[^A-Za-z0-9]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

const utf16 = (value: string) => Buffer.from(value, "utf16le").toString("latin1");

/**
 * Base64 of the value wherever it stands inside something longer: three alignments, each without the characters at
 * its ends that depend on the neighbours.
 */
function base64Cores(utf8: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), utf8]).toString("base64");
    const core = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + utf8.length) * 8) / 6));
    return [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
