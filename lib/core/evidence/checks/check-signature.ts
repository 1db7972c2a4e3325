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

/**
 * The signature over the bytes of a manifest, by every key that ever signed manifests. A key retired later is fine;
 * a key that was not in service when the capture was made is not.
 * @param subject the name of the signature's file.
 * @param keys null when there is no key list at hand.
 */
export function checkManifestSignature(
  subject: string,
  bytes: Uint8Array,
  signature: Uint8Array,
  keys: readonly KnownKey[] | null,
  span: SigningSpan,
): CheckLine {
  if (signature.byteLength !== ED25519_BYTES) {
    return checkLine("signature", subject, "signature_malformed", { bytes: signature.byteLength });
  }
  const candidates = (keys ?? []).filter((key) => key.purpose === "manifest");
  if (candidates.length === 0) return checkLine("signature", subject, "signature_no_keys");
  const key = candidates.find((each) => signatureHolds({ ...each, bytes, signature }));
  if (!key) return checkLine("signature", subject, "signature_wrong", { keys: candidates.length });
  const detail = keysInForce([key], span).length > 0 ? "signature_holds" : "signature_key_not_in_force";
  return checkLine("signature", subject, detail, {
    fingerprint: key.fingerprint,
    from: key.createdAt.toISOString(),
    to: key.retiredAt?.toISOString() ?? "",
  });
}
