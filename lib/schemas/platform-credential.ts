import { z } from "zod";
import { CREDENTIAL_KINDS } from "#lib/core/platforms/access";

/** A pasted export of a browser's cookies; a whole profile of them is less than this. */
export const MAX_SECRET_CHARS = 500_000;
const MAX_LABEL_CHARS = 60;

/** What an admin enters. */
export const newCredentialInput = z.object({
  platform: z.enum(["x", "demo_square"], "required"),
  kind: z.enum(CREDENTIAL_KINDS, "required"),
  label: z.string().trim().min(1, "required").max(MAX_LABEL_CHARS, "too_long"),
  secret: z.string().trim().min(1, "required").max(MAX_SECRET_CHARS, "too_long"),
});

/** A bearer token as X hands it out, with or without the word in front. */
export const bearerToken = z
  .string()
  .transform((text) => text.trim().replace(/^(?:authorization:\s*)?bearer\s+/i, ""))
  .pipe(z.string().regex(/^[A-Za-z0-9%._~+/=-]{20,1000}$/, "not_a_token"));

const cookie = z.object({
  name: z.string(),
  value: z.string(),
  domain: z.string(),
  hostOnly: z.boolean(),
  path: z.string(),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  expiresAt: z.number().nullable(),
});

/** The secret as it is sealed. */
export const credentialSecret = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bearer_token"), token: z.string() }),
  z.object({ kind: z.literal("session_cookies"), cookies: z.array(cookie) }),
]);
