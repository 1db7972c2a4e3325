import { readFile } from "node:fs/promises";
import type { FoundFile } from "#lib/adapters/evidence/found-file";
import { readWacz } from "#lib/adapters/evidence/read-wacz";
import { walkWarc } from "#lib/adapters/evidence/warc-walk";
import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import { checkManifestSignature, type KnownKey, type SigningSpan } from "#lib/core/evidence/checks/check-signature";
import {
  type CheckedManifest,
  type ListedFile,
  MAX_MANIFEST_BYTES,
  readManifest,
} from "#lib/core/evidence/checks/read-manifest";
import { checkWaczPackage } from "#lib/core/evidence/checks/wacz-package";
import { MANIFEST_NAME, SIGNATURE_NAME } from "#lib/core/evidence/manifest";

/** The files of one capture as they lie before the checker, from the archive's store or out of a bundle. */
export type CaptureFiles = {
  manifest: FoundFile | null;
  signature: FoundFile | null;
  /** What a report calls a file of the manifest, the manifest itself or its signature. */
  label(name: string): string;
  /** Where a file of the manifest is, or null. */
  find(listed: ListedFile): Promise<FoundFile | null>;
  /** Files that claim to be part of the capture although the manifest does not list them. */
  extras(manifest: CheckedManifest): string[];
};

/** What the files are held against. */
export type Against = {
  /** The capture that was asked for; null when the bundle itself says which it is. */
  captureId: string | null;
  /** What the archive recorded; null when only a bundle is at hand. */
  manifestSha256: string | null;
  keys: readonly KnownKey[] | null;
  /** When the capture's custody event was written; null when that is not known. */
  recordedAt: Date | null;
};

export type CheckedCapture = { lines: CheckLine[]; manifest: CheckedManifest | null; manifestSha256: string | null };

/** Signing comes right after the capture, unless database or disk made it wait. */
const SIGNING_DELAY_MS = 86_400_000;
/** More damaged records of one file than this are counted together. */
const MAX_NAMED_RECORDS = 50;

/** Checks everything that a capture's own files can tell: manifest, each file, signature, WARC records, WACZ members. */
export async function checkCaptureFiles(files: CaptureFiles, against: Against): Promise<CheckedCapture> {
  const { lines, manifest, bytes } = await checkManifest(files.manifest, files.label(MANIFEST_NAME), against);
  const done: CheckedCapture = { lines, manifest, manifestSha256: files.manifest?.sha256 ?? null };
  if (!manifest || !bytes) return done;
  const found = new Map<string, FoundFile>();
  for (const listed of manifest.artifacts) {
    const file = await files.find(listed);
    if (file) found.set(listed.name, file);
    lines.push(checkFile(files.label(listed.name), listed, file));
  }
  lines.push(...files.extras(manifest).map((name) => checkLine("file", name, "file_not_in_manifest")));
  const span = {
    from: manifest.finishedAt,
    to: against.recordedAt ?? new Date(manifest.finishedAt.getTime() + SIGNING_DELAY_MS),
  };
  const signature = files.signature && (await readSmall(files.signature));
  const { keys } = against;
  const { signedBy } = manifest;
  const about = { subject: files.label(SIGNATURE_NAME), manifestBytes: bytes, signature, signedBy, keys, span };
  lines.push(checkManifestSignature(about));
  // The recording is signed while the capture goes on: its key may have been retired before the end.
  const recording = { from: manifest.startedAt, to: span.to };
  lines.push(...(await checkRecordings(found, files.label, manifest, keys, recording)));
  return done;
}

async function checkManifest(file: FoundFile | null, subject: string, against: Against) {
  const lines: CheckLine[] = [];
  const none = { lines, manifest: null, bytes: null };
  if (!file) {
    lines.push(checkLine("manifest", subject, "manifest_missing"));
    return none;
  }
  const { manifestSha256, captureId } = against;
  if (manifestSha256 !== null && file.sha256 !== manifestSha256) {
    lines.push(checkLine("manifest", subject, "manifest_changed", { expected: manifestSha256, found: file.sha256 }));
    return none;
  }
  const tooLarge = file.bytes > MAX_MANIFEST_BYTES;
  const bytes = tooLarge ? null : await readFile(file.diskPath);
  const read = bytes ? readManifest(bytes) : { problem: `larger than ${MAX_MANIFEST_BYTES} bytes` };
  if ("problem" in read) {
    lines.push(checkLine("manifest", subject, "manifest_unreadable", { problem: read.problem }));
    return none;
  }
  const { manifest } = read;
  if (captureId !== null && manifest.captureId !== captureId) {
    lines.push(checkLine("manifest", subject, "manifest_other_capture", { found: manifest.captureId }));
    return none;
  }
  const detail = manifestSha256 === null ? "manifest_well_formed" : "manifest_recorded";
  const about = { sha256: file.sha256, captureId: manifest.captureId, files: manifest.artifacts.length };
  lines.push(checkLine("manifest", subject, detail, about));
  return { lines, manifest, bytes };
}

function checkFile(name: string, listed: ListedFile, found: FoundFile | null): CheckLine {
  const { sha256, bytes } = listed;
  if (!found) return checkLine("file", name, "file_missing", { expected: sha256 });
  if (found.bytes !== bytes) return checkLine("file", name, "file_other_size", { expected: bytes, found: found.bytes });
  if (found.sha256 !== sha256) {
    return checkLine("file", name, "file_changed", { expected: sha256, found: found.sha256 });
  }
  return checkLine("file", name, "file_same", { bytes, sha256 });
}

async function checkRecordings(
  files: ReadonlyMap<string, FoundFile>,
  label: (name: string) => string,
  manifest: CheckedManifest,
  keys: readonly KnownKey[] | null,
  span: SigningSpan,
): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  for (const role of ["warc", "wacz"] as const) {
    const own = manifest.artifacts.filter((file) => file.role === role);
    if (own.length === 0) lines.push(checkLine(role, role.toUpperCase(), `${role}_absent`));
    for (const { name } of own) {
      const found = files.get(name);
      if (!found) continue;
      lines.push(
        ...(role === "warc" ? await checkWarc(label(name), found) : await checkWacz(label(name), found, keys, span)),
      );
    }
  }
  return lines;
}

async function checkWarc(name: string, file: FoundFile): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  let records = 0;
  for await (const { number, offset, recordId, type, uri, problem } of walkWarc(file.diskPath)) {
    records = number;
    if (!problem || lines.length >= MAX_NAMED_RECORDS) continue;
    const values = { problem, offset, recordId, type, uri };
    lines.push(checkLine("warc", `${name}#${number}`, "warc_record_wrong", values));
  }
  if (records === 0) return [checkLine("warc", name, "warc_empty")];
  return lines.length > 0 ? lines : [checkLine("warc", name, "warc_holds", { records })];
}

async function checkWacz(name: string, file: FoundFile, keys: readonly KnownKey[] | null, span: SigningSpan) {
  const contents = await readWacz(file.diskPath);
  const lines = contents.unsafe.map((path) => checkLine("wacz", `${name}!${path}`, "wacz_member_unsafe"));
  if (contents.problem) lines.push(checkLine("wacz", name, "wacz_unreadable", { problem: contents.problem }));
  else lines.push(...checkWaczPackage(name, contents, keys, span));
  return lines;
}

/** A signature has 64 bytes; anything long is none, and is not read. */
async function readSmall(file: FoundFile): Promise<Buffer> {
  return file.bytes > 4096 ? Buffer.alloc(4096) : readFile(file.diskPath);
}
