import { z } from "zod";
import { hashPassword, verifyPassword } from "#lib/auth/passwords";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { findPersonWithHash, updatePerson } from "#lib/data/people";
import { beginSignInAttempt, markAttemptSucceeded } from "#lib/data/sign-in-attempts";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { parseInput } from "#lib/schemas/parse-input";
import { newPasswordSchema } from "#lib/schemas/person";

const schema = z
  .object({ currentPassword: z.string().max(1_000), newPassword: newPasswordSchema })
  .refine((input) => input.currentPassword !== input.newPassword, { path: ["newPassword"], error: "same" });

/**
 * Changes the actor's own password and ends all their sessions. Tries with a wrong current password are throttled like
 * sign-ins: a stolen session must not become a way to guess.
 * @returns the new session version, for the one session that goes on.
 * @throws AppError `bad_input` (a wrong current password too: `fields.currentPassword` = `wrong`); `too_many_tries`.
 */
export async function changePassword(
  actor: Actor,
  input: unknown,
  address: string,
): Promise<{ id: string; sessionVersion: number }> {
  const { currentPassword, newPassword } = parseInput(schema, input);
  const person = await findPersonWithHash({ id: actor.id });
  if (!person || person.disabledAt) throw new AppError("not_signed_in", "The account is gone");
  const gate = await beginSignInAttempt(person.email, address);
  if (!gate.allowed) {
    const { retryAfterSeconds } = gate;
    throw new AppError("too_many_tries", "Password changes are throttled", { retryAfterSeconds });
  }
  if (!(await verifyPassword(currentPassword, person.passwordHash))) {
    throw new AppError("bad_input", "Wrong current password", { fields: { currentPassword: "wrong" } });
  }
  await markAttemptSucceeded(gate.attemptId);
  const passwordHash = await hashPassword(newPassword);
  return db().$transaction(async (tx) => {
    const { id, sessionVersion } = await updatePerson(tx, actor.id, { passwordHash }, { endSessions: true });
    await appendCustodyEvent(tx, {
      actor,
      action: "user.password_changed",
      subjectType: "user",
      subjectId: id,
      details: {},
    });
    return { id, sessionVersion };
  });
}
