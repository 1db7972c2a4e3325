/** A file as the archive's tables or a manifest name it. */
export type NamedFile = { name: string; role: string; sha256: string; bytes: number; mediaType: string };

/**
 * How one file compares: `listed` as the manifest says, `differs` from what the manifest says,
 * `not_listed` there, or `not_recorded`: listed, but the archive's tables do not know it.
 */
export type ManifestMatch = "listed" | "differs" | "not_listed" | "not_recorded";

/**
 * Compares what the tables say with what the manifest says, file by file.
 * @param recorded without what is made over the manifest (see `isBesideManifest`): it cannot list itself.
 * @returns by file name; every name of both sides is in it.
 */
export function compareWithManifest(
  recorded: readonly NamedFile[],
  listed: readonly NamedFile[],
): Map<string, ManifestMatch> {
  const byName = new Map(listed.map((file) => [file.name, file]));
  const matches = new Map<string, ManifestMatch>(listed.map((file) => [file.name, "not_recorded"]));
  for (const file of recorded) {
    const other = byName.get(file.name);
    matches.set(file.name, !other ? "not_listed" : isSame(file, other) ? "listed" : "differs");
  }
  return matches;
}

const isSame = (a: NamedFile, b: NamedFile) =>
  a.role === b.role && a.sha256 === b.sha256 && a.bytes === b.bytes && a.mediaType === b.mediaType;
