import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

/** The header in which Daleel's own processes sign what they send to each other. */
export const INTERNAL_SIGNATURE_HEADER = "x-daleel-signature";

/** One label per purpose: a signature made for one is worth nothing for another. */
export type InternalPurpose = "daleel revalidate";

/** A key of its own out of the installation's secret (HKDF-SHA-256, RFC 5869, the label as `info`). */
function keyFor(purpose: InternalPurpose): Buffer {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new AppError("bad_settings", "NEXTAUTH_SECRET is not set; `npm start` sets it");
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}

/**
 * Signs a message from one process of this installation to another.
 * @param body the raw body, exactly as it is sent.
 * @returns HMAC-SHA-256 in hex, for the header `x-daleel-signature`.
 * @throws AppError `bad_settings` without NEXTAUTH_SECRET.
 */
export function signInternal(purpose: InternalPurpose, body: string): string {
  return createHmac("sha256", keyFor(purpose)).update(body, "utf8").digest("hex");
}

/** Whether the signature belongs to this body and purpose. Takes the same time for every wrong one. */
export function holdsInternalSignature(purpose: InternalPurpose, body: string, signature: string | null): boolean {
  if (!signature || !/^[0-9a-f]{64}$/.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signInternal(purpose, body), "hex"), Buffer.from(signature, "hex"));
}
