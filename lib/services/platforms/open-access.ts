import type { PlatformId } from "#lib/core/captures/types";
import type { CredentialKind, CredentialSecret } from "#lib/core/platforms/access";
import { db } from "#lib/data/client";
import { type CredentialRow, findCredentialRow, listCredentialRows } from "#lib/data/platform-credentials";
import { AppError } from "#lib/errors";
import { openSecret } from "#lib/services/platforms/sealed-access";

/** Opened access, for the one capture that needs it. Its secret goes into no file, log or message. */
export type OpenAccess<Kind extends CredentialKind> = {
  id: string;
  label: string;
  secret: Extract<CredentialSecret, { kind: Kind }>;
};

/**
 * The stored access that a capture uses: the one that was chosen, else the newest that worked the last time, else the
 * newest.
 * @throws AppError `credential_missing`, `credential_key_missing`, `credential_damaged`.
 */
export async function openAccess<Kind extends CredentialKind>(wish: {
  platform: PlatformId;
  kind: Kind;
  credentialId?: string | undefined;
}): Promise<OpenAccess<Kind>> {
  const { platform, kind, credentialId } = wish;
  const row = credentialId ? await findCredentialRow(db(), credentialId) : await findBest(platform, kind);
  if (!row || row.platform !== platform || row.kind !== kind) {
    throw new AppError("credential_missing", `No ${kind} for ${platform}`);
  }
  const secret = await openSecret(row);
  return { id: row.id, label: row.label, secret: secret as Extract<CredentialSecret, { kind: Kind }> };
}

async function findBest(platform: PlatformId, kind: CredentialKind): Promise<CredentialRow | undefined> {
  const rows = await listCredentialRows(db(), { platform, kind });
  return rows.find(({ problem }) => problem === null) ?? rows[0];
}
