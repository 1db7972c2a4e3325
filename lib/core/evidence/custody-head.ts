import { canonicalJson } from "#lib/core/evidence/canonical-json";

/** The form of a signed state of the custody log. */
export const HEAD_FORMAT = "daleel-custody-head";
export const HEAD_VERSION = 1;

/** What the newsroom signs once a day: this was the whole log, up to this event, at this time. */
export type HeadStatement = {
  /** The newest event, as a decimal string, and its hash; by the chain it stands for all before it. */
  seq: string;
  hash: string;
  /**
   * Root of the tree over the hashes of events 1…seq (lib/core/evidence/custody-tree.ts). With it a bundle can show that
   * its events are under the signature without giving away anybody else's.
   */
  root: string;
  /** RFC 3339, UTC, milliseconds. */
  at: string;
  /** Which archive: the address its readers use. */
  origin: string;
  /** Whose signature belongs to it; `fingerprint` is SHA-256 (hex) of the public key's DER. */
  signedBy: { algorithm: string; fingerprint: string };
};

/** The exact bytes that are signed and stamped: canonical JSON (RFC 8785). */
export function buildHeadStatement(statement: HeadStatement): string {
  return canonicalJson({ format: HEAD_FORMAT, version: HEAD_VERSION, ...statement });
}

/** Reads a statement as strictly as it is written; undefined when it is none. */
export function readHeadStatement(text: string): HeadStatement | undefined {
  try {
    const value = JSON.parse(text) as HeadStatement & { format?: unknown; version?: unknown };
    const isWhole =
      value.format === HEAD_FORMAT &&
      value.version === HEAD_VERSION &&
      /^[1-9]\d{0,18}$/.test(value.seq) &&
      [value.hash, value.root, value.signedBy.fingerprint].every((hash) => /^[0-9a-f]{64}$/.test(hash)) &&
      typeof value.origin === "string" &&
      Number.isFinite(Date.parse(value.at)) &&
      canonicalJson(value) === text;
    return isWhole ? value : undefined;
  } catch {
    return undefined;
  }
}
