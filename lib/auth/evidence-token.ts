import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

/** Long enough to load a page, short enough that a copied address is soon worth nothing. */
export const EVIDENCE_TOKEN_SECONDS = 300;

/** A key of its own out of the installation's secret (HKDF-SHA-256, RFC 5869): no other signature fits here. */
function key(): Buffer {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new AppError("bad_settings", "NEXTAUTH_SECRET is not set; `npm start` sets it");
  return Buffer.from(hkdfSync("sha256", secret, "", "daleel evidence link", 32));
}

/**
 * A permit to read one artifact on the evidence origin, where nobody has a session:
 * `<artifact id>.<expiry, seconds since 1970>.<HMAC-SHA-256, base64url>`.
 * @throws AppError `bad_settings` without NEXTAUTH_SECRET.
 */
export function makeEvidenceToken(artifactId: string, now = new Date()): string {
  const payload = `${artifactId}.${Math.floor(now.getTime() / 1000) + EVIDENCE_TOKEN_SECONDS}`;
  return `${payload}.${sign(payload)}`;
}

/** The artifact that a token permits to read, or null when it is forged, malformed or too old. */
export function readEvidenceToken(token: string, now = new Date()): string | null {
  const match = /^([0-9a-f-]{36})\.(\d{1,12})\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const [, artifactId = "", expires = "", signature = ""] = match;
  const expected = Buffer.from(sign(`${artifactId}.${expires}`), "utf8");
  if (!timingSafeEqual(expected, Buffer.from(signature, "utf8"))) return null;
  return Number(expires) * 1000 > now.getTime() ? artifactId : null;
}

function sign(payload: string): string {
  return createHmac("sha256", key()).update(payload, "utf8").digest("base64url");
}
