import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";

/** A file of a bag with what was found of it. Paths use `/` and have no folder before the bag's own. */
export type BagFile = { path: string; sha256: string; bytes: number };

/** Names of BagIt 1.0 (RFC 8493). */
export const BAG_DECLARATION = "bagit.txt";
export const PAYLOAD_LIST = "manifest-sha256.txt";
export const TAG_LIST = "tagmanifest-sha256.txt";

/** The bag declaration of RFC 8493, byte for byte. */
export const BAG_DECLARATION_TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** The text of a list as `sha256sum` writes and reads it, in the order of the paths. */
export function writeBagList(files: readonly Omit<BagFile, "bytes">[]): string {
  return files
    .toSorted(byPath)
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join("");
}

/** Which list a file belongs to: data/ to the payload's, everything else but the tag list itself to the tags'. */
export function listOf(path: string): typeof PAYLOAD_LIST | typeof TAG_LIST | null {
  if (path === TAG_LIST) return null;
  return path.startsWith("data/") ? PAYLOAD_LIST : TAG_LIST;
}

/**
 * Compares a list of a bag with the files that are there. The list must be exactly what `writeBagList` writes of them,
 * so that a changed byte in the list itself cannot pass either.
 * @param text null when the list is not there.
 */
export function checkBagList(name: string, text: string | null, files: readonly BagFile[]): CheckLine[] {
  if (text === null) return [checkLine("list", name, "list_absent")];
  const own = files.filter((file) => listOf(file.path) === name);
  if (text === writeBagList(own)) return [checkLine("list", name, "list_exact", { files: own.length })];
  const found = new Map(own.map((file) => [file.path, file]));
  const lines: CheckLine[] = [];
  const seen = new Set<string>();
  const rows = text.split("\n");
  const isEnded = rows.pop() === "";
  for (const [index, row] of rows.entries()) {
    const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(row);
    const [, sha256 = "", path = ""] = match ?? [];
    if (!match || seen.has(path)) {
      lines.push(checkLine("list", `${name}:${index + 1}`, "list_malformed"));
      continue;
    }
    seen.add(path);
    const file = found.get(path);
    if (!file) lines.push(checkLine("list", path, "list_missing_file", { list: name }));
    else if (file.sha256 !== sha256) {
      lines.push(checkLine("list", path, "list_wrong_hash", { list: name, expected: sha256, found: file.sha256 }));
    }
  }
  for (const file of own) {
    if (!seen.has(file.path)) lines.push(checkLine("list", file.path, "list_unlisted_file", { list: name }));
  }
  // Every row fits its file, and still the text is another: an order or an end that nobody wrote.
  if (lines.length === 0 || !isEnded) lines.push(checkLine("list", name, "list_malformed"));
  return lines;
}
