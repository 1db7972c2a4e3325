/** One part of an MHTML file, decoded. */
export type MhtmlPart = { mediaType: string; charset: string | null; names: string[]; bytes: Buffer };

/** What a saved page may have; more is made to fill memory. */
const MAX_PARTS = 5_000;
/** A header longer than this is no header. */
const MAX_HEADER_CHARS = 65_536;
/** Parts that are multipart themselves (`multipart/alternative`): so deep and no deeper. */
const MAX_DEPTH = 4;

/**
 * Takes an MHTML file apart (RFC 2557 over MIME multipart, RFC 2046; transfer encodings of RFC 2045).
 * @returns its parts in order, those of inner multiparts in their place; the first page is the page. Empty when it is
 *   not one after all.
 */
export function mhtmlParts(file: Buffer): MhtmlPart[] {
  // Latin-1 keeps every byte as one character, so nothing is bent before each part's own encoding is known.
  return partsOf(splitHeader(file.toString("latin1")), 0).slice(0, MAX_PARTS);
}

type Piece = { headers: Map<string, string>; body: string };

function partsOf({ headers, body }: Piece, depth: number): MhtmlPart[] {
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(headers.get("content-type") ?? "");
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) return [];
  const parts: MhtmlPart[] = [];
  for (const text of body.split(`--${mark}`, MAX_PARTS + 1).slice(1)) {
    if (text.startsWith("--") || parts.length >= MAX_PARTS) break;
    const piece = splitHeader(text.replace(/^[ \t]*\r?\n/, "").replace(/\r?\n$/, ""));
    if (!/^multipart\//i.test(piece.headers.get("content-type") ?? "")) parts.push(readPart(piece));
    else if (depth < MAX_DEPTH) for (const part of partsOf(piece, depth + 1)) parts.push(part);
  }
  return parts;
}

function readPart({ headers, body }: Piece): MhtmlPart {
  const type = headers.get("content-type") ?? "text/plain";
  const cid = /^<(.+)>$/.exec(headers.get("content-id") ?? "")?.[1];
  const location = headers.get("content-location");
  return {
    mediaType: (type.split(";")[0] ?? "").trim().toLowerCase(),
    charset: /charset="?([\w-]+)/i.exec(type)?.[1] ?? null,
    names: [...(location ? [location] : []), ...(cid ? [`cid:${cid}`] : [])],
    bytes: decode(body, headers.get("content-transfer-encoding")?.toLowerCase()),
  };
}

/** Header fields by lower-case name, folded lines joined, and what follows the first empty line. */
function splitHeader(text: string): Piece {
  const end = /\r?\n\r?\n/.exec(text);
  const head = (end ? text.slice(0, end.index) : text).slice(0, MAX_HEADER_CHARS);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : "" };
}

function decode(body: string, encoding: string | undefined): Buffer {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  // Tried only where a run of spaces begins: a line of spaces that end in no line's end would take hours otherwise.
  const joined = body.replace(/(?<![ \t])[ \t]+$/gm, "").replace(/=\r?\n/g, "");
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1");
}
