import { createHash, createPublicKey, verify } from "node:crypto";

/** What a key signs: `manifest` manifests and custody heads, `wacz` WACZ files. */
export const KEY_PURPOSES = ["manifest", "wacz"] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** How each purpose signs. WACZ viewers know ECDSA P-384 only (wacz-auth 0.1.0). */
export const KEY_ALGORITHMS = { manifest: "Ed25519", wacz: "ECDSA-P384" } as const satisfies Record<KeyPurpose, string>;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[KeyPurpose];

/** The name of a public key: SHA-256 (hex) of its SubjectPublicKeyInfo, DER. `openssl pkey -pubin -outform DER | sha256sum` says the same. */
export function keyFingerprint(publicKeySpki: Uint8Array): string {
  return createHash("sha256").update(publicKeySpki).digest("hex");
}

/** The same public key as PEM, as `openssl pkeyutl -verify -pubin` wants it. */
export function publicKeyPem(publicKeySpki: Uint8Array): string {
  const base64 = Buffer.from(publicKeySpki).toString("base64");
  return `-----BEGIN PUBLIC KEY-----\n${base64.replaceAll(/.{1,64}/g, "$&\n")}-----END PUBLIC KEY-----\n`;
}

/**
 * Whether a signature holds over exactly these bytes.
 * @param signature Ed25519: the raw 64 bytes (RFC 8032). ECDSA P-384: SHA-256, raw r and s (IEEE P1363), 96 bytes.
 * @returns false also for a key or signature that is not one.
 */
export function signatureHolds(input: {
  algorithm: string;
  publicKeySpki: Uint8Array;
  bytes: Uint8Array;
  signature: Uint8Array;
}): boolean {
  const { algorithm, bytes, signature } = input;
  try {
    const key = createPublicKey({ key: Buffer.from(input.publicKeySpki), format: "der", type: "spki" });
    if (algorithm === "Ed25519") return key.asymmetricKeyType === "ed25519" && verify(null, bytes, key, signature);
    if (algorithm !== "ECDSA-P384" || key.asymmetricKeyType !== "ec") return false;
    return verify("sha256", bytes, { key, dsaEncoding: "ieee-p1363" }, signature);
  } catch {
    return false;
  }
}
