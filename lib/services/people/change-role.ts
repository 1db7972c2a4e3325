import { z } from "zod";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { revokeInvitations } from "#lib/data/invitations";
import { findPersonById, updatePerson } from "#lib/data/people";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { roleSchema } from "#lib/schemas/person";
import { requireAdmin } from "#lib/services/people/require-admin";

const schema = z.object({ personId: z.uuid(), role: roleSchema });

/**
 * Gives somebody another role; it counts from their next click. Invitations sent by a former admin are revoked.
 * @throws AppError `not_allowed`, `not_found`; `last_admin` when nobody would be left to manage people.
 */
export async function changeRole(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "people.manage");
  const { personId, role } = parseInput(schema, input);
  await db().$transaction(async (tx) => {
    const admins = await requireAdmin(tx, actor);
    const person = await findPersonById(personId, tx);
    if (!person) throw new AppError("not_found", "There is no such person");
    if (person.role === role) return;
    if (admins.length === 1 && admins[0] === personId) throw new AppError("last_admin", "This is the last admin");
    await updatePerson(tx, personId, { role });
    const revoked = person.role === "admin" ? await revokeInvitations(tx, { invitedById: personId }) : [];
    await appendCustodyEvent(tx, {
      actor,
      action: "user.role_changed",
      subjectType: "user",
      subjectId: personId,
      details: { from: person.role, to: role, revokedInvitations: revoked.map((row) => row.id) },
    });
  });
}
