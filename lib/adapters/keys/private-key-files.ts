import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { chmod, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type KeyPurpose, keyFingerprint } from "#lib/core/evidence/signing";
import { env } from "#lib/env";
import { toAppError } from "#lib/errors";
import { dataPath } from "#lib/paths";

/** Private halves live here and nowhere else: PKCS#8 PEM files, readable by their owner only. */
export function keysFolder(): string {
  const { DALEEL_KEYS_DIR } = env();
  return DALEEL_KEYS_DIR ? resolve(DALEEL_KEYS_DIR) : dataPath("keys");
}

const keyPath = (purpose: KeyPurpose, fingerprint: string) => join(keysFolder(), `${purpose}-${fingerprint}.pem`);

/**
 * Makes a key pair and keeps its private half; the file is on the disk (fsync) when this returns.
 * @returns the public half: SubjectPublicKeyInfo, DER.
 * @throws AppError `storage_failed` when the folder cannot be written.
 */
export async function makePrivateKey(purpose: KeyPurpose): Promise<{ publicKeySpki: Buffer; fingerprint: string }> {
  const pair =
    purpose === "manifest" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: "P-384" });
  const publicKeySpki = pair.publicKey.export({ format: "der", type: "spki" });
  const fingerprint = keyFingerprint(publicKeySpki);
  try {
    await mkdir(keysFolder(), { recursive: true, mode: 0o700 });
    const file = await open(keyPath(purpose, fingerprint), "wx", 0o600);
    try {
      await file.writeFile(pair.privateKey.export({ format: "pem", type: "pkcs8" }));
      await file.sync();
    } finally {
      await file.close();
    }
    const folder = await open(keysFolder(), "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (thrown) {
    throw toAppError(thrown);
  }
  return { publicKeySpki, fingerprint };
}

/** The private half of a key, or undefined when this host does not have it or its file holds something else. */
export async function readPrivateKey(purpose: KeyPurpose, fingerprint: string): Promise<KeyObject | undefined> {
  const pem = await readFile(keyPath(purpose, fingerprint)).catch(() => undefined);
  if (!pem) return undefined;
  try {
    const key = createPrivateKey(pem);
    const publicKeySpki = createPublicKey(key).export({ format: "der", type: "spki" });
    return keyFingerprint(publicKeySpki) === fingerprint ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Anything for the group or others. A file copied back from a backup often comes with it. */
const OPEN_TO_OTHERS = 0o077;

/**
 * Closes the file of a private half to everybody but its owner.
 * @returns whether it stood open: then others may have read it already. Also true when it cannot be closed.
 */
export async function closePrivateKey(purpose: KeyPurpose, fingerprint: string): Promise<boolean> {
  const path = keyPath(purpose, fingerprint);
  const mode = await stat(path).then(
    (found) => found.mode,
    () => 0,
  );
  if ((mode & OPEN_TO_OTHERS) === 0) return false;
  await chmod(path, 0o600).catch(() => {});
  return true;
}

/** Removes the private half of a retired key, if this host has it: nobody can sign with it in hindsight. */
export async function removePrivateKey(purpose: KeyPurpose, fingerprint: string): Promise<void> {
  await rm(keyPath(purpose, fingerprint), { force: true });
}
