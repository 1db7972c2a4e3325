import { z } from "zod";
import { generatePassword, hashPassword } from "#lib/auth/passwords";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { findPersonByEmail, updatePerson } from "#lib/data/people";
import { forgetAttempts } from "#lib/data/sign-in-attempts";
import { AppError } from "#lib/errors";
import { parseInput } from "#lib/schemas/parse-input";
import { emailSchema, newPasswordSchema } from "#lib/schemas/person";

const schema = z.object({ email: emailSchema, password: newPasswordSchema.default(generatePassword) });

/**
 * Gives somebody a new password, ends their sessions and lifts their throttling. For whoever runs the server, from the
 * command line; nobody reaches this through the web, so there is no actor.
 * @param input.password a random one when left out.
 * @returns the password, to be shown once.
 * @throws AppError `bad_input`, `not_found`.
 */
export async function resetPassword(input: z.input<typeof schema>): Promise<{ email: string; password: string }> {
  const { email, password } = parseInput(schema, input);
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const person = await findPersonByEmail(email, tx);
    if (!person) throw new AppError("not_found", "There is no account with this e-mail");
    await updatePerson(tx, person.id, { passwordHash }, { endSessions: true });
    await forgetAttempts(tx, email);
    await appendCustodyEvent(tx, {
      actor: null,
      action: "user.password_reset",
      subjectType: "user",
      subjectId: person.id,
      details: { how: "command_line" },
    });
  });
  return { email, password };
}
