import { randomBytes } from "node:crypto";
import { hashPassword } from "#lib/auth/passwords";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";

/** A hash that no password fits, made without the cost of argon2. */
const NO_PASSWORD = "none";

type Wishes = { role?: Actor["role"]; name?: string; email?: string; locale?: string; password?: string };

/** Somebody in the database, as services see them. Can sign in only when a password is given. */
export async function buildPerson(wishes: Wishes = {}): Promise<Actor & { email: string }> {
  const unique = randomBytes(4).toString("hex");
  const { role = "editor", locale = "en", password } = wishes;
  const { name = `Person ${unique}`, email = `person-${unique}@newsroom.example` } = wishes;
  const passwordHash = password === undefined ? NO_PASSWORD : await hashPassword(password);
  return db().user.create({
    data: { email, name, role, locale, passwordHash },
    select: { id: true, name: true, role: true, email: true },
  });
}
