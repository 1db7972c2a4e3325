/** One file of a tar archive. */
export type TarEntry = { name: string; bytes: Buffer };

const BLOCK = 512;

/**
 * The plain files of an uncompressed tar archive (POSIX ustar). Only for archives that come with our own
 * dependencies: names longer than 100 bytes and links are not understood and are left out.
 */
export function* readTar(archive: Buffer): Generator<TarEntry> {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    const name = textOf(header.subarray(0, 100));
    if (name === "") return;
    const size = Number.parseInt(textOf(header.subarray(124, 136)), 8);
    const type = String.fromCharCode(header[156] ?? 0);
    const start = at + BLOCK;
    if (type === "0" || type === "\0") yield { name, bytes: archive.subarray(start, start + size) };
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function textOf(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString("latin1", 0, end < 0 ? field.length : end).trim();
}
