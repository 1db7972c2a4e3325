import { z } from "zod";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { insertInvitation, revokeInvitations } from "#lib/data/invitations";
import { findPersonByEmail } from "#lib/data/people";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { emailSchema, roleSchema } from "#lib/schemas/person";
import { hashInvitationToken, newInvitationToken } from "#lib/services/people/invitation-token";
import { requireAdmin } from "#lib/services/people/require-admin";

const VALID_MS = 7 * 24 * 60 * 60_000;

const schema = z.object({ email: emailSchema, role: roleSchema });

export type SentInvitation = { id: string; email: string; role: Actor["role"]; token: string; expiresAt: string };

/**
 * Invites somebody by a one-time link. An open invitation to the same e-mail is revoked: only the newest link works.
 * @returns the token, which is stored nowhere: show the link now.
 * @throws AppError `not_allowed`, `bad_input`, `email_taken`.
 */
export async function invitePerson(actor: Actor, input: unknown): Promise<SentInvitation> {
  assertMay(actor, "people.manage");
  const { email, role } = parseInput(schema, input);
  const token = newInvitationToken();
  const expiresAt = new Date(Date.now() + VALID_MS);
  const id = await db().$transaction(async (tx) => {
    await requireAdmin(tx, actor);
    if (await findPersonByEmail(email, tx)) throw new AppError("email_taken", "There is an account with this e-mail");
    const replaced = await revokeInvitations(tx, { email });
    const tokenHash = hashInvitationToken(token);
    const invitation = await insertInvitation(tx, { tokenHash, email, role, invitedById: actor.id, expiresAt });
    const details = { email, role, expiresAt: expiresAt.toISOString(), replaces: replaced.map((row) => row.id) };
    await appendCustodyEvent(tx, {
      actor,
      action: "user.invited",
      subjectType: "invitation",
      subjectId: invitation.id,
      details,
    });
    return invitation.id;
  });
  return { id, email, role, token, expiresAt: expiresAt.toISOString() };
}
