import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** A new one-time token, for the link only. */
export function newInvitationToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What is stored and looked up: SHA-256 in hex. A token of 256 random bits needs no slow hash. */
export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}
