import { insertNote, setCaseStatus } from "#lib/data/cases";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { noteInput } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";
import { openCase } from "#lib/services/cases/open-case";

/**
 * Returns a case from review to its authors, with the reason as a desk note.
 * @param input noteInput.
 * @throws AppError `wrong_case_status`, `not_found`, `not_allowed`, `bad_input` (no note).
 */
export async function sendBack(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "cases.review");
  const { caseId, note } = parseInput(noteInput, input);
  await db().$transaction(async (tx) => {
    const { row, next } = await openCase(tx, caseId, "send_back");
    await setCaseStatus(tx, caseId, next);
    await insertNote(tx, caseId, actor.id, note);
    await appendCustodyEvent(tx, {
      actor,
      action: "case.sent_back",
      subjectType: "case_file",
      subjectId: caseId,
      details: { slug: row.slug, version: row.version },
    });
  });
}
