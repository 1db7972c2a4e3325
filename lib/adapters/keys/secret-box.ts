import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { CredentialsKey } from "#lib/adapters/keys/credentials-key";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = "aes-256-gcm";

/**
 * Seals a text with AES-256-GCM (NIST SP 800-38D) under a fresh nonce.
 * @param about what the text belongs to; it opens only with the same words, so a row cannot be put in another's place.
 * @returns nonce (12 bytes), ciphertext, tag (16 bytes).
 */
export function seal(key: CredentialsKey, text: string, about: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.secret, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(about, "utf8"));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

/** Opens what `seal` made; undefined when a byte, the key or what it belongs to is another. */
export function unseal(key: CredentialsKey, sealed: Uint8Array, about: string): string | undefined {
  const bytes = Buffer.from(sealed);
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(bytes.length - TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, key.secret, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(about, "utf8"));
    decipher.setAuthTag(tag);
    const text = decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
