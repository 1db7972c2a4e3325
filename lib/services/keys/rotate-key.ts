import { z } from "zod";
import { removePrivateKey } from "#lib/adapters/keys/private-key-files";
import { KEY_PURPOSES } from "#lib/core/evidence/signing";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { findCurrentKey, lockKeys, retireKey } from "#lib/data/signing-keys";
import { logger } from "#lib/logger";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { createKey } from "#lib/services/keys/create-key";
import { requireAdmin } from "#lib/services/people/require-admin";

const schema = z.object({ purpose: z.enum(KEY_PURPOSES) });

/**
 * Retires the key in service and puts a new one in its place. What the old one signed stays checkable with its public
 * half; its private half is deleted on this host, so that nobody can sign with it in hindsight. Also the way on when a
 * private half was lost.
 * @param actor null when it comes from the server's own shell.
 * @returns fingerprints.
 * @throws AppError `not_allowed`, `bad_input`, `storage_failed`.
 */
export async function rotateKey(
  actor: Actor | null,
  input: unknown,
): Promise<{ retired: string | null; created: string }> {
  if (actor) assertMay(actor, "proof.manage");
  const { purpose } = parseInput(schema, input);
  const result = await db().$transaction(async (tx) => {
    if (actor) await requireAdmin(tx, actor);
    await lockKeys(tx);
    const old = await findCurrentKey(tx, purpose);
    if (old) {
      await retireKey(tx, old.id, new Date());
      await appendCustodyEvent(tx, {
        actor,
        action: "key.retired",
        subjectType: "key",
        subjectId: old.id,
        details: { purpose, algorithm: old.algorithm, fingerprint: old.fingerprint },
      });
    }
    const { fingerprint: created } = await createKey(tx, purpose, actor);
    return { retired: old?.fingerprint ?? null, created };
  });
  if (result.retired) {
    await removePrivateKey(purpose, result.retired).catch((err: Error) =>
      logger.warn({ err: err.message, purpose }, "the private half of a retired key could not be deleted"),
    );
  }
  return result;
}
