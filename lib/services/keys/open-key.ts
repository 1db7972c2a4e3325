import { type KeyObject, sign } from "node:crypto";
import { keysFolder, readPrivateKey } from "#lib/adapters/keys/private-key-files";
import type { KeyPurpose } from "#lib/core/evidence/signing";
import { db } from "#lib/data/client";
import { findCurrentKey, hasKeyHistory, lockKeys, type SigningKeyRow } from "#lib/data/signing-keys";
import { AppError } from "#lib/errors";
import { createKey } from "#lib/services/keys/create-key";

/** A key in service, ready to sign. The private half never leaves this object. */
export type OpenKey = {
  id: string;
  /** SHA-256 (hex) of the public key's DER. */
  fingerprint: string;
  /** `Ed25519` or `ECDSA-P384`. */
  algorithm: string;
  publicKeySpki: Buffer;
  createdAt: Date;
  /** Ed25519: the raw 64 bytes. ECDSA P-384: over the SHA-256 of `bytes`, raw r and s (IEEE P1363), 96 bytes. */
  sign(bytes: Uint8Array): Buffer;
};

/**
 * The newsroom's key for a purpose; made when there never was one. Not to be called inside an open transaction.
 * @throws AppError `key_missing` when the database knows a key whose private half this host does not have: a new one
 *   is never made silently; `storage_failed`, `database_down`.
 */
export async function openKey(purpose: KeyPurpose): Promise<OpenKey> {
  for (let missed: string | undefined; ; ) {
    const row = (await findCurrentKey(db(), purpose)) ?? (await makeFirstKey(purpose));
    const privateKey = await readPrivateKey(purpose, row.fingerprint);
    if (privateKey) return open(row, privateKey);
    // A rotation may have taken the file away since the row was read; then there is another row now.
    if (missed === row.fingerprint) throw missing(purpose, row.fingerprint);
    missed = row.fingerprint;
  }
}

async function makeFirstKey(purpose: KeyPurpose): Promise<SigningKeyRow> {
  return db().$transaction(async (tx) => {
    await lockKeys(tx);
    // Another process may have made it while this one waited for the lock.
    const current = await findCurrentKey(tx, purpose);
    if (current) return current;
    if (await hasKeyHistory(tx, purpose)) {
      const advice = `put a new one into service with: npm run daleel -- keys rotate ${purpose}`;
      throw new AppError("key_missing", `Every ${purpose} key was retired; ${advice}`, { purpose });
    }
    return createKey(tx, purpose, null);
  });
}

function open({ id, fingerprint, algorithm, publicKeySpki, createdAt }: SigningKeyRow, key: KeyObject): OpenKey {
  const signBytes = (bytes: Uint8Array) =>
    algorithm === "Ed25519" ? sign(null, bytes, key) : sign("sha256", bytes, { key, dsaEncoding: "ieee-p1363" });
  return { id, fingerprint, algorithm, publicKeySpki, createdAt, sign: signBytes };
}

function missing(purpose: KeyPurpose, fingerprint: string): AppError {
  return new AppError(
    "key_missing",
    `The private half of the ${purpose} key ${fingerprint} is not readable in ${keysFolder()}. Bring its file back ` +
      `from the backup or from the host that made it, or start a new key with: npm run daleel -- keys rotate ${purpose}`,
    { purpose, fingerprint },
  );
}
