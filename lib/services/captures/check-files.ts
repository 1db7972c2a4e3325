import { readFileBytes } from "#lib/adapters/files/file-store";
import { hashStoredFile } from "#lib/adapters/files/hash-stored-file";
import { compareWithManifest, type ManifestMatch } from "#lib/core/evidence/compare-manifest";
import { isBesideManifest, SIGNATURE_NAME } from "#lib/core/evidence/manifest";
import { findCaptureFiles } from "#lib/data/artifacts";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import { isUuid } from "#lib/schemas/ids";
import { type ReadableManifest, readableManifest } from "#lib/schemas/manifest";

/** What was found of one file: `holds`, its bytes are `changed` or `missing`, or the manifest says otherwise. */
export type FileState = "holds" | "changed" | "missing" | Exclude<ManifestMatch, "listed">;

export type CheckedFile = { artifactId: string | null; name: string; sha256: string; state: FileState };

export type FileCheck = {
  captureId: string;
  /** `holds` when the manifest is there, readable, and has the hash that the capture was recorded with. */
  manifest: "holds" | "changed" | "missing" | "unreadable";
  files: CheckedFile[];
  allHold: boolean;
};

/**
 * Computes the SHA-256 of every file of a capture again and compares it with the archive's tables and the manifest.
 * Reads only. Damage is a result, not an error.
 * @throws AppError `not_found`.
 */
export async function checkFiles(captureId: string): Promise<FileCheck> {
  const capture = isUuid(captureId) ? await findCaptureFiles(db(), captureId) : null;
  if (!capture) throw new AppError("not_found", `No capture ${captureId}`);
  const manifest = await readManifest(capture.manifestSha256);
  const isRight = typeof manifest !== "string" && manifest.captureId === capture.id;
  const recorded = capture.artifacts.map((artifact) => ({ ...artifact, bytes: Number(artifact.bytes) }));
  const isBeside = (file: (typeof recorded)[number]) =>
    isBesideManifest(file) && (file.role !== "manifest" || file.sha256 === capture.manifestSha256);
  const others = recorded.filter((file) => !isBeside(file));
  const matches = compareWithManifest(others, isRight ? manifest.artifacts : []);

  const files: CheckedFile[] = [];
  for (const file of recorded) {
    const bytes = await stateOfBytes(file.sha256);
    // Without a readable manifest nothing is known about the list; the bytes are still worth telling.
    const match = isRight ? matches.get(file.name) : undefined;
    const state = bytes !== "holds" ? bytes : match === undefined || match === "listed" ? "holds" : match;
    files.push({ artifactId: file.id, name: file.name, sha256: file.sha256, state });
  }
  for (const [name, match] of matches) {
    if (match === "not_recorded" && isRight) {
      const sha256 = manifest.artifacts.find((file) => file.name === name)?.sha256 ?? "";
      files.push({ artifactId: null, name, sha256, state: match });
    }
  }
  if (isRight && manifest.version > 1 && !recorded.some((file) => file.role === "signature")) {
    files.push({ artifactId: null, name: SIGNATURE_NAME, sha256: "", state: "not_recorded" });
  }
  const manifestState = typeof manifest === "string" ? manifest : isRight ? "holds" : "unreadable";
  const allHold = manifestState === "holds" && files.every((file) => file.state === "holds");
  return { captureId: capture.id, manifest: manifestState, files, allHold };
}

async function stateOfBytes(sha256: string): Promise<"holds" | "changed" | "missing"> {
  const found = await hashStoredFile(sha256);
  if (found === null) return "missing";
  return found === sha256 ? "holds" : "changed";
}

async function readManifest(sha256: string): Promise<ReadableManifest | "changed" | "missing" | "unreadable"> {
  const state = await stateOfBytes(sha256);
  if (state !== "holds") return state;
  try {
    return readableManifest.parse(JSON.parse((await readFileBytes(sha256)).toString("utf8")));
  } catch {
    return "unreadable";
  }
}
