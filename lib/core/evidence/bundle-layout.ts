/**
 * Where things stand in an exported capture, a BagIt 1.0 bag (RFC 8493). `data/` holds the captured files and the
 * manifest that lists them: for one capture it is always the same. `proof/` holds what was added later (signature,
 * tokens, custody), the root what a person reads first.
 */
export const BUNDLE = {
  manifest: "data/manifest.json",
  signature: "proof/manifest.sig",
  keyList: "proof/keys/daleel-keys.json",
  custody: "proof/custody.jsonl",
  custodyPath: "proof/custody-path.txt",
  headStatement: "proof/custody-head.json",
  headSignature: "proof/custody-head.sig",
  /** The keys that made the two signatures, once more under names that a command can know. */
  manifestKey: "proof/manifest-key.pem",
  headKey: "proof/custody-head-key.pem",
  info: "bag-info.txt",
  text: "VERIFY.txt",
  page: "VERIFY.html",
} as const;

/** Device names that Windows keeps for itself, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file name that every system can write: letters, digits, `.`, `_`, `-`; other signs become `_`. Names of captured
 * files are made by us and pass unchanged; whatever a site put into one does not reach a clerk's disk.
 */
export function bundleFileName(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, "_").replace(/[.]+$/, "_");
  return RESERVED.test(plain) || plain.startsWith(".") ? `_${plain}` : plain;
}

/** Where the bundle keeps a captured file. */
export const payloadPath = (artifactName: string) => `data/${bundleFileName(artifactName)}`;

/** Where the bundle keeps a timestamp: over the manifest or over a custody head. */
export const tokenPath = (name: string) => `proof/${bundleFileName(name)}`;

/** A public key as PEM, by its purpose and fingerprint. */
export const keyPath = (purpose: string, fingerprint: string) =>
  `proof/keys/${purpose}-${fingerprint.slice(0, 16)}.pem`;

/** The certificates that an authority's token leads to. */
export const authorityPath = (host: string) => `proof/authorities/${bundleFileName(host)}.pem`;

/** The folder inside the zip, and the zip's name without `.zip`. */
export const bundleName = (captureId: string) => `daleel-${captureId}`;

/** Tells a zip written by Daleel from one that somebody packed again. */
export const ZIP_COMMENT = "Daleel bundle 1";
