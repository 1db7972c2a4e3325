import { z } from "zod";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { findPersonById, updatePerson } from "#lib/data/people";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { parseInput } from "#lib/schemas/parse-input";
import { localeSchema, personNameSchema } from "#lib/schemas/person";

const schema = z.object({ name: personNameSchema, locale: localeSchema });

/**
 * Changes the actor's own name and language. A new name is a custody event: earlier lines keep the name of their time,
 * and this line ties the two together.
 * @throws AppError `bad_input`.
 */
export async function updateProfile(actor: Actor, input: unknown): Promise<{ name: string; locale: "en" | "ar" }> {
  const { name, locale } = parseInput(schema, input);
  await db().$transaction(async (tx) => {
    const before = await findPersonById(actor.id, tx);
    if (!before) throw new AppError("not_signed_in", "The account is gone");
    await updatePerson(tx, actor.id, { name, locale });
    if (before.name === name) return;
    const details = { from: before.name, to: name };
    await appendCustodyEvent(tx, { actor, action: "user.renamed", subjectType: "user", subjectId: actor.id, details });
  });
  return { name, locale };
}
