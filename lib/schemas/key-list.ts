import { z } from "zod";
import type { KnownKey } from "#lib/core/evidence/checks/check-signature";
import { keyFingerprint, publicKeyPem } from "#lib/core/evidence/signing";

/** The newsroom's public keys with their history, as published and as put into every bundle. */
export const KEY_LIST_FORMAT = "daleel-keys";

const key = z.object({
  purpose: z.enum(["manifest", "wacz"]),
  algorithm: z.string(),
  /** SHA-256 (hex) of the DER bytes of `publicKey`. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** SubjectPublicKeyInfo, DER, base64. */
  publicKey: z.base64(),
  /** The same as PEM, for people with openssl; not read back. */
  publicKeyPem: z.string().optional(),
  createdAt: z.iso.datetime(),
  retiredAt: z.iso.datetime().nullable(),
});

const keyList = z.object({ format: z.literal(KEY_LIST_FORMAT), version: z.literal(1), keys: z.array(key).max(10_000) });

/** The list as text: readable JSON, in the order given. */
export function writeKeyList(keys: readonly KnownKey[]): string {
  const list: z.infer<typeof keyList> = {
    format: KEY_LIST_FORMAT,
    version: 1,
    keys: keys.map((each) => ({
      purpose: each.purpose === "wacz" ? "wacz" : "manifest",
      algorithm: each.algorithm,
      fingerprint: each.fingerprint,
      publicKey: Buffer.from(each.publicKeySpki).toString("base64"),
      publicKeyPem: publicKeyPem(each.publicKeySpki),
      createdAt: each.createdAt.toISOString(),
      retiredAt: each.retiredAt?.toISOString() ?? null,
    })),
  };
  return `${JSON.stringify(list, null, 2)}\n`;
}

/**
 * Reads a list of keys.
 * @returns the keys, or why it is none, in English.
 */
export function readKeyList(text: string): KnownKey[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "it is not JSON";
  }
  const read = keyList.safeParse(value);
  if (!read.success) return `it is not a list of keys: ${read.error.issues[0]?.path.join(".") ?? ""}`;
  const keys = read.data.keys.map((each) => ({
    ...each,
    publicKeySpki: Buffer.from(each.publicKey, "base64"),
    createdAt: new Date(each.createdAt),
    retiredAt: each.retiredAt === null ? null : new Date(each.retiredAt),
  }));
  const wrong = keys.find((each) => keyFingerprint(each.publicKeySpki) !== each.fingerprint);
  return wrong ? `the key ${wrong.fingerprint} has another fingerprint` : keys;
}
