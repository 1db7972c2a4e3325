/** What a picture or film is, by its first bytes. */
export type MediaType = { mediaType: string; extension: string; kind: "picture" | "film" };

const ascii = (bytes: Uint8Array, start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));

/**
 * The type of a picture or film by its content; what a server says of it is not asked. Signatures: WHATWG MIME Sniffing
 * (6.1, 6.2), ISO/IEC 14496-12 for brands.
 * @returns undefined for anything else, SVG included: that is a document.
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return picture("jpeg", "jpg");
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return picture("png");
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return picture("gif");
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return picture("webp");
  if (ascii(bytes, 4, 8) === "ftyp") return brandType(ascii(bytes, 8, 12));
  const isEbml = bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3;
  // The element DocType, with its length in one to eight bytes.
  const isWebm = isEbml && /\x42\x82.{1,8}webm/s.test(ascii(bytes, 4, 256));
  return isWebm ? { mediaType: "video/webm", extension: "webm", kind: "film" } : undefined;
}

function brandType(brand: string): MediaType | undefined {
  if (/^avi[fs]$/.test(brand)) return picture("avif");
  // Other brands of the same box are films of the MP4 family (isom, iso2…, mp41, mp42, avc1, M4V, dash) or QuickTime.
  if (/^(?:iso[\dm]|mp4[12]|avc1|M4V |M4VH|dash|msdh|MSNV|3gp\d|cmf[cs2])$/.test(brand)) {
    return { mediaType: "video/mp4", extension: "mp4", kind: "film" };
  }
  return brand === "qt  " ? { mediaType: "video/quicktime", extension: "mov", kind: "film" } : undefined;
}

const picture = (name: string, extension = name): MediaType => ({
  mediaType: `image/${name}`,
  extension,
  kind: "picture",
});
