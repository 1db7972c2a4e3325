import { readPrivateKey } from "#lib/adapters/keys/private-key-files";
import { type KeyPurpose, publicKeyPem } from "#lib/core/evidence/signing";
import { db } from "#lib/data/client";
import { listKeyRows } from "#lib/data/signing-keys";

/** A key as everybody may see it. Times are RFC 3339, UTC. */
export type ListedKey = {
  id: string;
  purpose: KeyPurpose;
  algorithm: string;
  fingerprint: string;
  publicKeyPem: string;
  createdAt: string;
  /** Null while it is in service. */
  retiredAt: string | null;
};

/** Every key there ever was, newest first. Public. */
export async function listKeys(): Promise<ListedKey[]> {
  const rows = await listKeyRows(db());
  return rows.map(({ publicKeySpki, createdAt, retiredAt, ...rest }) => ({
    ...rest,
    publicKeyPem: publicKeyPem(publicKeySpki),
    createdAt: createdAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  }));
}

/** Fingerprints of keys in service whose private half this host does not have: nothing can be signed with them here. */
export async function findMissingKeys(keys: readonly ListedKey[]): Promise<string[]> {
  const inService = keys.filter((key) => key.retiredAt === null);
  const found = await Promise.all(
    inService.map(async ({ purpose, fingerprint }) => (await readPrivateKey(purpose, fingerprint)) !== undefined),
  );
  return inService.filter((_, index) => !found[index]).map(({ fingerprint }) => fingerprint);
}
