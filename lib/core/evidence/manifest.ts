import { canonicalJson } from "#lib/core/evidence/canonical-json";

/** The name and version of the manifest's form; a reader that does not know the version must not guess. */
export const MANIFEST_FORMAT = "daleel-capture-manifest";
/** 1 had no `signedBy`; its captures are not signed. */
export const MANIFEST_VERSION = 2;

/** What the manifest's own file and the signature beside it are called in their capture. */
export const MANIFEST_NAME = "manifest.json";
export const SIGNATURE_NAME = "manifest.sig";

/** One file of a capture as the manifest names it. */
export type ManifestArtifact = { name: string; role: string; sha256: string; bytes: number; mediaType: string };

/** What a manifest states. Its SHA-256 stands for the whole capture in the custody log. */
export type ManifestInput = {
  captureId: string;
  requestId: string;
  source: { kind: string; platform: string; platformId: string | null; canonicalUrl: string };
  /** How the source was looked at: `browser`, `session`, `api`. */
  way: string;
  requestedUrl: string;
  finalUrl: string;
  httpStatus: number | null;
  outcome: string;
  signals: { signal: string; value: string }[];
  limitsHit: string[];
  endedBy: string | null;
  /** RFC 3339, UTC, milliseconds. */
  startedAt: string;
  finishedAt: string;
  /** Whose signature belongs beside this manifest; `fingerprint` is SHA-256 (hex) of the public key's DER. */
  signedBy: { algorithm: string; fingerprint: string };
  /** Every artifact but the manifest itself and what is made over it (signature, timestamp tokens). */
  artifacts: ManifestArtifact[];
};

/**
 * The manifest of a capture as canonical JSON (RFC 8785), artifacts in the order of their names.
 * @throws TypeError when two artifacts have one name.
 */
export function buildManifest(input: ManifestInput): string {
  const artifacts = input.artifacts
    .map(({ name, role, sha256, bytes, mediaType }) => ({ name, role, sha256, bytes, mediaType }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(artifacts.map((artifact) => artifact.name));
  if (names.size !== artifacts.length) throw new TypeError("Two artifacts of one capture have the same name");
  return canonicalJson({ format: MANIFEST_FORMAT, version: MANIFEST_VERSION, ...input, artifacts });
}

/**
 * Whether a file of a capture is made over the manifest, so that the manifest cannot list it: the manifest itself,
 * its signature and timestamp tokens. Each of these is checked by what it says, not by a list.
 */
export function isBesideManifest(file: { name: string; role: string }): boolean {
  if (file.role === "manifest") return file.name === MANIFEST_NAME;
  if (file.role === "signature") return file.name === SIGNATURE_NAME;
  return file.role === "timestamp" && file.name.endsWith(".tsr");
}
