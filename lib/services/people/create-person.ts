import { z } from "zod";
import { hashPassword } from "#lib/auth/passwords";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { insertPerson } from "#lib/data/people";
import type { Actor } from "#lib/permissions/actor";
import { parseInput } from "#lib/schemas/parse-input";
import { emailSchema, localeSchema, newPasswordSchema, personNameSchema, roleSchema } from "#lib/schemas/person";

const schema = z.object({
  email: emailSchema,
  name: personNameSchema,
  role: roleSchema,
  locale: localeSchema.default("en"),
  password: newPasswordSchema,
});

export type NewPerson = z.input<typeof schema>;

/**
 * Creates an account without an invitation: for whoever runs the server (first start, command line, demo).
 * No actor: nobody reaches this through the web. Writes `user.joined`.
 * @throws AppError `bad_input`, `email_taken`.
 */
export async function createPerson(input: NewPerson): Promise<Actor & { email: string }> {
  const { password, ...person } = parseInput(schema, input);
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    const { id, email, name, role } = await insertPerson(tx, { ...person, passwordHash });
    const details = { how: "created_on_the_server", email, name, role };
    await appendCustodyEvent(tx, { actor: null, action: "user.joined", subjectType: "user", subjectId: id, details });
    return { id, email, name, role };
  });
}
