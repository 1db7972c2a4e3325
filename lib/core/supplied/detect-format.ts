import type { SuppliedFormat } from "#lib/core/supplied/formats";

/** So much of a file's beginning is enough to know what it can be. */
export const HEAD_BYTES = 65_536;

/**
 * What the beginning of a file says it is. `zip`, `gzip` and `json` are only wrappers: somebody has to look inside.
 * Null when it is nothing that is accepted.
 */
export type DetectedHead = SuppliedFormat | "zip" | "gzip" | "json" | null;

/**
 * Types a file by the first bytes of its content.
 *
 * Signatures: PNG (RFC 2083, 3.1), JPEG (ITU-T T.81, SOI), WebP (RIFF container), GIF87a/89a, PDF (ISO 32000: within the
 * first 1024 bytes), ZIP (APPNOTE 4.3.7), gzip (RFC 1952), WARC 1.x (ISO 28500), MHTML (RFC 2557: a MIME header with
 * multipart/related), SingleFile (the comment its saved pages begin with).
 *
 * @param head up to HEAD_BYTES bytes from the start.
 */
export function detectHead(head: Uint8Array): DetectedHead {
  const latin = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  if (latin.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (latin.startsWith("\xff\xd8\xff")) return "jpeg";
  if (/^GIF8[79]a/.test(latin)) return "gif";
  if (latin.startsWith("RIFF") && latin.slice(8, 12) === "WEBP") return "webp";
  if (latin.slice(0, 1_024).includes("%PDF-")) return "pdf";
  if (latin.startsWith("PK\x03\x04")) return "zip";
  if (latin.startsWith("\x1f\x8b")) return "gzip";
  if (/^WARC\/1\.\d+\r\n/.test(latin)) return "warc";
  if (isMhtml(latin)) return "mhtml";
  const text = withoutMark(latin).trimStart();
  if (text.startsWith("{")) return "json";
  return htmlKind(text);
}

/** The byte order mark of UTF-8, as Latin-1 sees it. */
const withoutMark = (latin: string) => latin.replace(/^\xef\xbb\xbf/, "");

/** Browsers write the header in this order or another; it ends at the first empty line. */
function isMhtml(latin: string): boolean {
  const [header = ""] = latin.slice(0, 16_384).split(/\r?\n\r?\n/, 1);
  if (!/^[\w-]+:/.test(header)) return false;
  return /^mime-version:/im.test(header) && /^content-type:\s*multipart\/related/im.test(header);
}

function htmlKind(text: string): SuppliedFormat | null {
  if (!/^<(?:!doctype\s+html|html|head)[\s>]/i.test(withoutComments(text))) return null;
  return /<!--\s*\n?\s*Page saved with SingleFile/.test(text.slice(0, 8_192)) ? "singlefile_html" : "html";
}

/** What follows an XML declaration and comments. By hand: a pattern for "any comments" can be made to run for years. */
function withoutComments(text: string): string {
  let rest = text.replace(/^<\?xml[^>]*>/, "").trimStart();
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->", 4);
    if (end < 0) return "";
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}
