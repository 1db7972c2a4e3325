import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { ensureCredentialsKey } from "#lib/adapters/keys/credentials-key";
import { type CredentialSecret, credentialKinds, sessionRules } from "#lib/core/platforms/access";
import { readCookies } from "#lib/core/platforms/read-cookies";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { insertCredential } from "#lib/data/platform-credentials";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { bearerToken, newCredentialInput } from "#lib/schemas/platform-credential";
import { sealSecret } from "#lib/services/platforms/sealed-access";

type Wish = z.output<typeof newCredentialInput>;

/**
 * Stores access to a platform. The secret is sealed before it reaches the database and is never shown again.
 * @throws AppError `not_allowed`; `bad_input` with the field `secret` (`not_a_token` or a `CookieProblem`), `label`,
 *   `kind`; `storage_failed` when the key file cannot be written.
 */
export async function addCredential(actor: Actor, input: unknown): Promise<{ id: string }> {
  assertMay(actor, "platforms.manage");
  const wish = parseInput(newCredentialInput, input);
  if (!credentialKinds(wish.platform, env().DEMO_SITE_ORIGIN).includes(wish.kind))
    throw refused("kind", "no_such_kind");
  const secret = readSecret(wish);
  const key = await ensureCredentialsKey();
  const place = { id: randomUUID(), platform: wish.platform, kind: wish.kind };
  const sealed = sealSecret(key, place, secret);
  await db().$transaction(async (tx) => {
    await insertCredential(tx, { ...place, label: wish.label, sealed, keyId: key.id, createdById: actor.id });
    const { platform, kind, label } = wish;
    await appendCustodyEvent(tx, {
      actor,
      action: "credential.added",
      subjectType: "credential",
      subjectId: place.id,
      details: { platform, kind, label, keyId: key.id },
    });
  });
  return { id: place.id };
}

function readSecret({ platform, kind, secret }: Wish): CredentialSecret {
  if (kind === "bearer_token") {
    const token = bearerToken.safeParse(secret);
    if (!token.success) throw refused("secret", "not_a_token");
    return { kind, token: token.data };
  }
  const rules = sessionRules(platform, env().DEMO_SITE_ORIGIN);
  if (!rules) throw refused("kind", "no_such_kind");
  const read = readCookies(secret, rules, Math.floor(Date.now() / 1000));
  if (!read.ok) throw refused("secret", read.problem);
  return { kind, cookies: read.cookies };
}

const refused = (field: string, problem: string) =>
  new AppError("bad_input", `Access refused: ${field} ${problem}`, { fields: { [field]: problem } });
