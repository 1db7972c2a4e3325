import { z } from "zod";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { revokeInvitations } from "#lib/data/invitations";
import { findPersonById, updatePerson } from "#lib/data/people";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { requireAdmin } from "#lib/services/people/require-admin";

const schema = z.object({ personId: z.uuid(), disabled: z.boolean() });

/**
 * Switches an account off (sessions end, open invitations of that person are revoked) or on again. Nothing is deleted:
 * the custody log names people for good.
 * @throws AppError `not_allowed`, `not_found`; `last_admin`.
 */
export async function setPersonDisabled(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "people.manage");
  const { personId, disabled } = parseInput(schema, input);
  await db().$transaction(async (tx) => {
    const admins = await requireAdmin(tx, actor);
    const person = await findPersonById(personId, tx);
    if (!person) throw new AppError("not_found", "There is no such person");
    if ((person.disabledAt !== null) === disabled) return;
    if (disabled && admins.length === 1 && admins[0] === personId) {
      throw new AppError("last_admin", "This is the last admin");
    }
    await updatePerson(tx, personId, { disabledAt: disabled ? new Date() : null }, { endSessions: disabled });
    const revoked = disabled ? await revokeInvitations(tx, { invitedById: personId }) : [];
    await appendCustodyEvent(tx, {
      actor,
      action: disabled ? "user.disabled" : "user.enabled",
      subjectType: "user",
      subjectId: personId,
      details: { revokedInvitations: revoked.map((row) => row.id) },
    });
  });
}
