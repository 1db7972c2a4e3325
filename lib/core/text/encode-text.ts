/**
 * Text back into the bytes that it was decoded from. Browsers hand out some bodies as text only; for UTF-8 and for
 * charsets of one byte per character (Windows-1256, ISO-8859-6, …) the bytes can be found again.
 *
 * @param label the charset's name as a server writes it; undefined for UTF-8.
 * @param bytes how many bytes there were.
 * @returns undefined when no bytes of that length lead to this text.
 */
export function encodeText(text: string, label: string | undefined, bytes: number): Buffer | undefined {
  const utf8 = Buffer.from(text, "utf8");
  if (utf8.length === bytes && isUtf8(label)) return utf8;
  if (utf8.length + 3 === bytes && isUtf8(label)) return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]);
  if (utf8.length === bytes && text.length === bytes) return utf8;
  if (text.length !== bytes || isUtf8(label)) return undefined;
  const codes = singleByteCodes(label);
  const encoded = Buffer.alloc(bytes);
  for (let i = 0; i < bytes; i++) {
    const code = codes?.get(text.charAt(i));
    if (code === undefined) return undefined;
    encoded[i] = code;
  }
  return encoded;
}

const isUtf8 = (label: string | undefined) => label === undefined || /^(?:unicode-1-1-)?utf-?8$/i.test(label);

/** Character → byte, from what the decoder makes of each byte. */
function singleByteCodes(label: string | undefined): Map<string, number> | undefined {
  try {
    const decoder = new TextDecoder(label);
    return new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  } catch {
    return undefined;
  }
}
