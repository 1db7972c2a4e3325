import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

/** Long enough to load a page, short enough that a copied address is soon worth nothing. */
export const EVIDENCE_TOKEN_SECONDS = 300;

/** Whoever replays a page reads its recording piece by piece, for as long as they look around in it. */
export const REPLAY_TOKEN_SECONDS = 1_800;

/** `file`: to read one artifact as it is; `replay`: to open one recording in the viewer. Neither stands for the other. */
export type TokenUse = "file" | "replay";

const USES: Record<TokenUse, { label: string; seconds: number }> = {
  file: { label: "daleel evidence link", seconds: EVIDENCE_TOKEN_SECONDS },
  replay: { label: "daleel replay link", seconds: REPLAY_TOKEN_SECONDS },
};

/** A key of its own out of the installation's secret (HKDF-SHA-256, RFC 5869): no other signature fits here. */
function key(use: TokenUse): Buffer {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new AppError("bad_settings", "NEXTAUTH_SECRET is not set; `npm start` sets it");
  return Buffer.from(hkdfSync("sha256", secret, "", USES[use].label, 32));
}

/**
 * A permit to read one artifact on the evidence origin, where nobody has a session:
 * `<artifact id>.<expiry, seconds since 1970>.<HMAC-SHA-256, base64url>`.
 * @throws AppError `bad_settings` without NEXTAUTH_SECRET.
 */
export function makeEvidenceToken(artifactId: string, now = new Date(), use: TokenUse = "file"): string {
  const payload = `${artifactId}.${Math.floor(now.getTime() / 1000) + USES[use].seconds}`;
  return `${payload}.${sign(payload, use)}`;
}

/** The artifact that a token permits to read, or null when it is forged, malformed or too old. */
export function readEvidenceToken(token: string, now = new Date(), use: TokenUse = "file"): string | null {
  const match = /^([0-9a-f-]{36})\.(\d{1,12})\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const [, artifactId = "", expires = "", signature = ""] = match;
  const expected = Buffer.from(sign(`${artifactId}.${expires}`, use), "utf8");
  if (!timingSafeEqual(expected, Buffer.from(signature, "utf8"))) return null;
  return Number(expires) * 1000 > now.getTime() ? artifactId : null;
}

function sign(payload: string, use: TokenUse): string {
  return createHmac("sha256", key(use)).update(payload, "utf8").digest("base64url");
}
