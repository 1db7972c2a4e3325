import { canonicalJson } from "#lib/core/evidence/canonical-json";
import { isBesideManifest, MANIFEST_FORMAT } from "#lib/core/evidence/manifest";

/** One file as a manifest lists it. */
export type ListedFile = { name: string; role: string; sha256: string; bytes: number; mediaType: string };

/** What checks need of a manifest. */
export type CheckedManifest = {
  captureId: string;
  startedAt: Date;
  finishedAt: Date;
  /** Whose signature belongs beside it; null in version 1, which was not signed. */
  signedBy: { algorithm: string; fingerprint: string } | null;
  artifacts: ListedFile[];
};

/** Larger manifests are not read: the largest hashtag capture has some hundred files. */
export const MAX_MANIFEST_BYTES = 8_000_000;

/** Why a manifest cannot be relied on, in English words for a report; empty means that it is as it should be. */
export type ManifestReading = { manifest: CheckedManifest } | { problem: string };

/**
 * Reads the bytes of a manifest.json as strictly as it is written: UTF-8, canonical JSON (RFC 8785), known form and
 * version, each file once, names that cannot leave a folder, and never itself.
 */
export function readManifest(bytes: Uint8Array): ManifestReading {
  if (bytes.byteLength > MAX_MANIFEST_BYTES) return { problem: `larger than ${MAX_MANIFEST_BYTES} bytes` };
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
    if (canonicalJson(value) !== text) return { problem: "not canonical JSON: it was not written like this" };
  } catch {
    return { problem: "not JSON" };
  }
  if (!isRecord(value)) return { problem: "not an object" };
  if (value.format !== MANIFEST_FORMAT) return { problem: `its format is not ${MANIFEST_FORMAT}` };
  const { version, captureId, startedAt, finishedAt, artifacts, signedBy } = value;
  if (version !== 1 && version !== 2) return { problem: `version ${String(version)} is not known here` };
  const [started, finished] = [readTime(startedAt), readTime(finishedAt)];
  if (typeof captureId !== "string" || !started || !finished) {
    return { problem: "captureId, startedAt or finishedAt is missing" };
  }
  if (!Array.isArray(artifacts)) return { problem: "it lists no artifacts" };
  const files: ListedFile[] = [];
  const names = new Set<string>();
  for (const artifact of artifacts) {
    const file = readFile(artifact);
    if (typeof file === "string") return { problem: file };
    if (names.has(file.name.toLowerCase())) return { problem: `it lists ${file.name} twice` };
    names.add(file.name.toLowerCase());
    files.push(file);
  }
  const signer = version === 1 ? null : readSigner(signedBy);
  if (signer === undefined) return { problem: "it does not say whose signature belongs to it" };
  return { manifest: { captureId, startedAt: started, finishedAt: finished, signedBy: signer, artifacts: files } };
}

function readTime(value: unknown): Date | null {
  return typeof value === "string" && Number.isFinite(Date.parse(value)) ? new Date(value) : null;
}

function readSigner(value: unknown): CheckedManifest["signedBy"] | undefined {
  if (!isRecord(value)) return undefined;
  const { algorithm, fingerprint } = value;
  if (typeof algorithm !== "string" || typeof fingerprint !== "string") return undefined;
  return /^[0-9a-f]{64}$/.test(fingerprint) ? { algorithm, fingerprint } : undefined;
}

function readFile(value: unknown): ListedFile | string {
  if (!isRecord(value)) return "an artifact is not an object";
  const { name, role, sha256, bytes, mediaType } = value;
  if (typeof name !== "string" || !isPlainName(name)) return `${JSON.stringify(name)} is no file name`;
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return `${name} has no SHA-256`;
  if (typeof bytes !== "number" || !Number.isSafeInteger(bytes) || bytes < 0) return `${name} has no size`;
  if (typeof role !== "string" || typeof mediaType !== "string") return `${name} has no role or type`;
  if (role === "manifest" || isBesideManifest({ name, role })) return `it lists ${name}, which is made over it`;
  return { name, role, sha256, bytes, mediaType };
}

/** A name that is one file in one folder, on any system: no separators, no control signs, not `.` or `..`. */
export function isPlainName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are what is looked for
  return name.length > 0 && name.length <= 200 && !/[/\\\u0000-\u001f\u007f]|^\.{1,2}$/.test(name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
