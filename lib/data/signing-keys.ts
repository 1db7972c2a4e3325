import type { KeyAlgorithm, KeyPurpose } from "#lib/core/evidence/signing";
import type { Db, Tx } from "#lib/data/client";

/** Any fixed number: the name of the lock that makes and retires keys one after another. */
const KEYS_LOCK = 4_210_002;

/** The public half of a key and its years of service. */
export type SigningKeyRow = {
  id: string;
  purpose: KeyPurpose;
  algorithm: string;
  publicKeySpki: Buffer;
  fingerprint: string;
  createdAt: Date;
  retiredAt: Date | null;
};

type Stored = Omit<SigningKeyRow, "publicKeySpki"> & { publicKey: string };

const fromStored = ({ publicKey, ...rest }: Stored): SigningKeyRow => ({
  ...rest,
  publicKeySpki: Buffer.from(publicKey, "base64"),
});

/** Waits until nobody else makes or retires keys; held until the transaction ends. Take it before the custody log's. */
export async function lockKeys(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${KEYS_LOCK}::bigint)`;
}

/** The key in service for a purpose, or null. */
export async function findCurrentKey(db: Db, purpose: KeyPurpose): Promise<SigningKeyRow | null> {
  const row = await db.signingKey.findFirst({ where: { purpose, retiredAt: null }, orderBy: { createdAt: "desc" } });
  return row && fromStored(row);
}

/** Whether there ever was a key for this purpose. */
export async function hasKeyHistory(db: Db, purpose: KeyPurpose): Promise<boolean> {
  return (await db.signingKey.count({ where: { purpose } })) > 0;
}

/** One key by its fingerprint, in service or retired, or null. */
export async function findKeyByFingerprint(db: Db, fingerprint: string): Promise<SigningKeyRow | null> {
  const row = await db.signingKey.findUnique({ where: { fingerprint } });
  return row && fromStored(row);
}

/** Every key there ever was, newest first. */
export async function listKeyRows(db: Db): Promise<SigningKeyRow[]> {
  return (await db.signingKey.findMany({ orderBy: [{ createdAt: "desc" }, { purpose: "asc" }] })).map(fromStored);
}

/** Puts a new key into service. */
export async function insertKey(
  tx: Tx,
  key: { purpose: KeyPurpose; algorithm: KeyAlgorithm; publicKeySpki: Buffer; fingerprint: string; createdAt: Date },
): Promise<SigningKeyRow> {
  const { publicKeySpki, ...rest } = key;
  return fromStored(await tx.signingKey.create({ data: { ...rest, publicKey: publicKeySpki.toString("base64") } }));
}

/** Ends a key's service; the row stays, so that its signatures can be checked for ever. */
export async function retireKey(tx: Tx, id: string, retiredAt: Date): Promise<void> {
  await tx.signingKey.update({ where: { id }, data: { retiredAt } });
}
