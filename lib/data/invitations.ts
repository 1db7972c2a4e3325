import { type Db, db, type Tx } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";

export type InvitationRow = {
  id: string;
  email: string;
  role: Actor["role"];
  createdAt: Date;
  expiresAt: Date;
  invitedBy: { id: string; name: string };
};

const PUBLIC = {
  id: true,
  email: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  invitedBy: { select: { id: true, name: true } },
} as const;

/** Neither used, revoked nor too old. */
const open = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } });

export async function insertInvitation(
  tx: Tx,
  row: { tokenHash: string; email: string; role: Actor["role"]; invitedById: string; expiresAt: Date },
): Promise<InvitationRow> {
  return tx.invitation.create({ data: row, select: PUBLIC });
}

export async function findOpenInvitation(tokenHash: string, client: Db = db()): Promise<InvitationRow | null> {
  return client.invitation.findFirst({ where: { tokenHash, ...open(new Date()) }, select: PUBLIC });
}

/** Open invitations, newest first. */
export async function listOpenInvitations(): Promise<InvitationRow[]> {
  return db().invitation.findMany({ where: open(new Date()), orderBy: { createdAt: "desc" }, select: PUBLIC });
}

/**
 * Takes an open invitation for the caller alone: of two who come at once, one gets it.
 * @returns null when it is not open (any more).
 */
export async function claimInvitation(tx: Tx, tokenHash: string): Promise<InvitationRow | null> {
  const invitation = await findOpenInvitation(tokenHash, tx);
  if (!invitation) return null;
  const now = new Date();
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, ...open(now) },
    data: { acceptedAt: now },
  });
  return count === 1 ? invitation : null;
}

/** Notes who came of a claimed invitation. */
export async function setInvitationAcceptedBy(tx: Tx, id: string, acceptedById: string): Promise<void> {
  await tx.invitation.update({ where: { id }, data: { acceptedById } });
}

/**
 * Revokes open invitations: one by its id, or all to one e-mail, or all that one person sent.
 * @returns those that were revoked now.
 */
export async function revokeInvitations(
  tx: Tx,
  which: { id: string } | { email: string } | { invitedById: string },
): Promise<InvitationRow[]> {
  const now = new Date();
  const rows = await tx.invitation.findMany({ where: { ...which, ...open(now) }, select: PUBLIC });
  const revoked: InvitationRow[] = [];
  for (const row of rows) {
    const { count } = await tx.invitation.updateMany({
      where: { id: row.id, ...open(now) },
      data: { revokedAt: now },
    });
    if (count === 1) revoked.push(row);
  }
  return revoked;
}
