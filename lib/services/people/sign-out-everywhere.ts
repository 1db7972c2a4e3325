import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { updatePerson } from "#lib/data/people";
import type { Actor } from "#lib/permissions/actor";

/** Ends every session of the actor, this one included. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await db().$transaction(async (tx) => {
    await updatePerson(tx, actor.id, {}, { endSessions: true });
    await appendCustodyEvent(tx, {
      actor,
      action: "user.signed_out_everywhere",
      subjectType: "user",
      subjectId: actor.id,
      details: {},
    });
  });
}
