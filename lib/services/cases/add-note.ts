import { insertNote, lockCase } from "#lib/data/cases";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { noteInput } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";

/**
 * Adds a note that only the desk reads; possible in every status.
 * @param input noteInput.
 * @throws AppError `not_found`, `not_allowed`, `bad_input`.
 */
export async function addNote(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "cases.edit");
  const { caseId, note } = parseInput(noteInput, input);
  await db().$transaction(async (tx) => {
    if (!(await lockCase(tx, caseId))) throw new AppError("not_found", `No case file ${caseId}`);
    await insertNote(tx, caseId, actor.id, note);
  });
}
