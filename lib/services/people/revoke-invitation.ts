import { z } from "zod";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { revokeInvitations } from "#lib/data/invitations";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { requireAdmin } from "#lib/services/people/require-admin";

const schema = z.object({ invitationId: z.uuid() });

/**
 * Withdraws an open invitation; its link is worth nothing from now on.
 * @throws AppError `not_allowed`; `invitation_void` when it was used, revoked or expired before.
 */
export async function revokeInvitation(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "people.manage");
  const { invitationId } = parseInput(schema, input);
  await db().$transaction(async (tx) => {
    await requireAdmin(tx, actor);
    const [revoked] = await revokeInvitations(tx, { id: invitationId });
    if (!revoked) throw new AppError("invitation_void", "The invitation is not open");
    await appendCustodyEvent(tx, {
      actor,
      action: "user.invitation_revoked",
      subjectType: "invitation",
      subjectId: invitationId,
      details: { email: revoked.email },
    });
  });
}
