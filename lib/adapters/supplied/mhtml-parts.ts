/** One part of an MHTML file, decoded. */
export type MhtmlPart = { mediaType: string; charset: string | null; names: string[]; bytes: Buffer };

/** What a saved page may have; more is made to fill memory. */
const MAX_PARTS = 5_000;

/**
 * Takes an MHTML file apart (RFC 2557 over MIME multipart, RFC 2046; transfer encodings of RFC 2045).
 * @returns its parts in order, the first is the page; empty when it is not one after all.
 */
export function mhtmlParts(file: Buffer): MhtmlPart[] {
  // Latin-1 keeps every byte as one character, so nothing is bent before each part's own encoding is known.
  const text = file.toString("latin1");
  const { headers, body } = splitHeader(text);
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(headers.get("content-type") ?? "");
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) return [];
  const parts: MhtmlPart[] = [];
  for (const piece of body.split(`--${mark}`).slice(1, MAX_PARTS + 1)) {
    if (piece.startsWith("--")) break;
    parts.push(readPart(piece.replace(/^[ \t]*\r?\n/, "").replace(/\r?\n$/, "")));
  }
  return parts;
}

function readPart(piece: string): MhtmlPart {
  const { headers, body } = splitHeader(piece);
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
function splitHeader(text: string): { headers: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
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
  const joined = body.replace(/[ \t]+$/gm, "").replace(/=\r?\n/g, "");
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1");
}
