import { generatePassword } from "#lib/auth/passwords";
import { countPeople } from "#lib/data/people";
import { createPerson } from "#lib/services/people/create-person";

const FIRST_ADMIN_EMAIL = "admin@daleel.local";

/**
 * Creates an admin when there is nobody yet.
 * @returns how to sign in, to be shown once and kept nowhere; null when there are people already.
 */
export async function ensureFirstAdmin(): Promise<{ email: string; password: string } | null> {
  if ((await countPeople()) > 0) return null;
  const password = generatePassword();
  const { email } = await createPerson({ email: FIRST_ADMIN_EMAIL, name: "Admin", role: "admin", password });
  return { email, password };
}
