import type { PlatformId } from "#lib/core/captures/types";
import type { CredentialKind } from "#lib/core/platforms/access";
import { type Db, db, type Tx } from "#lib/data/client";
import type { ErrorCode } from "#lib/errors";

/** Stored access, still sealed. */
export type CredentialRow = {
  id: string;
  platform: PlatformId;
  kind: CredentialKind;
  label: string;
  sealed: Uint8Array;
  keyId: string;
  createdBy: { id: string; name: string };
  createdAt: Date;
  lastUsedAt: Date | null;
  problem: ErrorCode | null;
};

const COLUMNS = {
  id: true,
  platform: true,
  kind: true,
  label: true,
  sealed: true,
  keyId: true,
  createdBy: { select: { id: true, name: true } },
  createdAt: true,
  lastUsedAt: true,
  problem: true,
} as const;

type RawRow = Omit<CredentialRow, "platform" | "problem"> & { platform: string; problem: string | null };

/** Only `addCredential` and `noteCredentialUse` write these columns. */
const typed = (row: RawRow): CredentialRow => ({
  ...row,
  platform: row.platform as PlatformId,
  problem: row.problem as ErrorCode | null,
});

export async function insertCredential(
  tx: Tx,
  row: Pick<CredentialRow, "id" | "platform" | "kind" | "label" | "keyId"> & {
    sealed: Uint8Array<ArrayBuffer>;
    createdById: string;
  },
): Promise<void> {
  await tx.platformCredential.create({ data: row });
}

/** Everything that was not revoked, newest first. */
export async function listCredentialRows(
  client: Db,
  where: { platform?: PlatformId; kind?: CredentialKind } = {},
): Promise<CredentialRow[]> {
  const rows = await client.platformCredential.findMany({
    where: { ...where, revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: COLUMNS,
  });
  return rows.map(typed);
}

/** One that was not revoked, or null. */
export async function findCredentialRow(client: Db, id: string): Promise<CredentialRow | null> {
  const row = await client.platformCredential.findFirst({ where: { id, revokedAt: null }, select: COLUMNS });
  return row && typed(row);
}

/**
 * Ends stored access for good: the row stays for the record, its secret does not.
 * @returns what it was; null when it was revoked already or never there.
 */
export async function revokeCredentialRow(tx: Tx, id: string, now: Date): Promise<CredentialRow | null> {
  const row = await findCredentialRow(tx, id);
  if (!row) return null;
  const { count } = await tx.platformCredential.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now, sealed: new Uint8Array(0) },
  });
  return count === 1 ? row : null;
}

/** Notes that access was used, and whether it worked. */
export async function noteCredentialUse(id: string, at: Date, problem: ErrorCode | null): Promise<void> {
  await db().platformCredential.updateMany({ where: { id }, data: { lastUsedAt: at, problem } });
}
