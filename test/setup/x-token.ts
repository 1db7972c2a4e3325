import { addCredential } from "#lib/services/platforms/add-credential";
import { buildPerson } from "#test/builders/person";

/** Stores a token for X as an admin does. @returns the id of the stored access. */
export async function storeXToken(token: string, label = "Desk account"): Promise<string> {
  const admin = await buildPerson({ role: "admin" });
  return (await addCredential(admin, { platform: "x", kind: "bearer_token", label, secret: token })).id;
}
