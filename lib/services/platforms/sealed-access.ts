import { type CredentialsKey, readCredentialsKey } from "#lib/adapters/keys/credentials-key";
import { seal, unseal } from "#lib/adapters/keys/secret-box";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import type { CredentialSecret } from "#lib/core/platforms/access";
import type { CredentialRow } from "#lib/data/platform-credentials";
import { AppError } from "#lib/errors";
import { credentialSecret } from "#lib/schemas/platform-credential";

type Place = Pick<CredentialRow, "id" | "platform" | "kind">;

/** What binds a secret to its row: put into another row, or called something else, it does not open. */
const placeOf = ({ id, platform, kind }: Place) => canonicalJson({ id, platform, kind });

export function sealSecret(key: CredentialsKey, place: Place, secret: CredentialSecret): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(key, JSON.stringify(secret), placeOf(place)));
}

/**
 * The secret of a stored access.
 * @throws AppError `credential_key_missing` when the key file is missing or another one; `credential_damaged` when the
 *   row does not open with its own key.
 */
export async function openSecret(row: CredentialRow): Promise<CredentialSecret> {
  const key = await readCredentialsKey();
  if (!key || key.id !== row.keyId) {
    const found = key ? `another key (${key.id})` : "no key";
    throw new AppError("credential_key_missing", `Stored access ${row.id} needs key ${row.keyId}; there is ${found}`);
  }
  const text = unseal(key, row.sealed, placeOf(row));
  const secret = text === undefined ? undefined : credentialSecret.safeParse(JSON.parse(text));
  if (!secret?.success || secret.data.kind !== row.kind) {
    throw new AppError("credential_damaged", `Stored access ${row.id} does not open with its key`);
  }
  return secret.data;
}
