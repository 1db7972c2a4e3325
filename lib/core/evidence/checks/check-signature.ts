import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import { signatureHolds } from "#lib/core/evidence/signing";

/** The public half of a key with its years of service, from the archive's tables or a published key list. */
export type KnownKey = {
  purpose: string;
  algorithm: string;
  publicKeySpki: Uint8Array;
  /** SHA-256 (hex) of the DER bytes. */
  fingerprint: string;
  createdAt: Date;
  retiredAt: Date | null;
};

/** When a signature must have been made: the key's service has to touch this span. */
export type SigningSpan = { from: Date; to: Date };

/** An Ed25519 signature (RFC 8032). */
const ED25519_BYTES = 64;

/** Keys of a purpose that were in service at some moment of a span. */
export function keysInForce(keys: readonly KnownKey[], span: SigningSpan): KnownKey[] {
  return keys.filter((key) => key.createdAt <= span.to && (key.retiredAt === null || key.retiredAt >= span.from));
}

/** What is needed to check the signature beside a manifest. */
export type SignatureInput = {
  /** The name of the signature's file. */
  subject: string;
  manifestBytes: Uint8Array;
  /** Null when there is no such file. */
  signature: Uint8Array | null;
  /** Whose signature the manifest says belongs to it; null when it was written before there were signatures. */
  signedBy: { algorithm: string; fingerprint: string } | null;
  /** Null when there is no key list at hand. */
  keys: readonly KnownKey[] | null;
  span: SigningSpan;
};

/**
 * The signature over the exact bytes of a manifest, by the key that the manifest names. A key retired later is fine; one
 * that the newsroom never had, or that was not in service when the capture was made, is not.
 */
export function checkManifestSignature(input: SignatureInput): CheckLine {
  const { subject, manifestBytes, signature, signedBy, span } = input;
  if (!signature) return checkLine("signature", subject, signedBy ? "signature_missing" : "signature_absent");
  if (signature.byteLength !== ED25519_BYTES) {
    return checkLine("signature", subject, "signature_malformed", { bytes: signature.byteLength });
  }
  if (input.keys === null) return checkLine("signature", subject, "signature_no_keys");
  const known = input.keys.filter((key) => key.purpose === "manifest");
  const candidates = signedBy ? known.filter((key) => key.fingerprint === signedBy.fingerprint) : known;
  if (candidates.length === 0) {
    return checkLine("signature", subject, "signature_key_unknown", { fingerprint: signedBy?.fingerprint ?? "" });
  }
  const key = candidates.find((each) => signatureHolds({ ...each, bytes: manifestBytes, signature }));
  if (!key) return checkLine("signature", subject, "signature_wrong");
  const detail = keysInForce([key], span).length > 0 ? "signature_holds" : "signature_key_not_in_force";
  return checkLine("signature", subject, detail, {
    fingerprint: key.fingerprint,
    from: key.createdAt.toISOString(),
    to: key.retiredAt?.toISOString() ?? "",
  });
}
