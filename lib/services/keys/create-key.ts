import { makePrivateKey } from "#lib/adapters/keys/private-key-files";
import { KEY_ALGORITHMS, type KeyPurpose } from "#lib/core/evidence/signing";
import type { Tx } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { insertKey, type SigningKeyRow } from "#lib/data/signing-keys";
import type { Actor } from "#lib/permissions/actor";

/**
 * Makes a key and puts it into service. The file comes first: a crash before the commit leaves a file that no row
 * names, and nothing was signed with it. The caller holds the keys' lock.
 * @throws AppError `storage_failed`.
 */
export async function createKey(tx: Tx, purpose: KeyPurpose, actor: Actor | null): Promise<SigningKeyRow> {
  const made = await makePrivateKey(purpose);
  const algorithm = KEY_ALGORITHMS[purpose];
  const row = await insertKey(tx, { purpose, algorithm, ...made, createdAt: new Date() });
  await appendCustodyEvent(tx, {
    actor,
    action: "key.created",
    subjectType: "key",
    subjectId: row.id,
    details: { purpose, algorithm, fingerprint: row.fingerprint },
  });
  return row;
}
