import { findOpenInvitation } from "#lib/data/invitations";
import type { Actor } from "#lib/permissions/actor";
import { hashInvitationToken } from "#lib/services/people/invitation-token";

/** What an invitation's page shows. */
export type OpenInvitation = { email: string; role: Actor["role"]; invitedBy: string; expiresAt: string };

/** The open invitation behind a link; null when it was used, revoked, is too old or never was. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
  const row = await findOpenInvitation(hashInvitationToken(token));
  if (!row) return null;
  return { email: row.email, role: row.role, invitedBy: row.invitedBy.name, expiresAt: row.expiresAt.toISOString() };
}
