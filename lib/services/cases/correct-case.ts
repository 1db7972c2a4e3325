import { setCaseStatus } from "#lib/data/cases";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { caseIdInput } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";
import { openCase } from "#lib/services/cases/open-case";

/**
 * Opens a published case for a correction. Readers go on seeing the published revision; the draft can be edited,
 * reviewed and published again, with a public note, as a new revision.
 * @param input caseIdInput.
 * @throws AppError `wrong_case_status`, `not_found`, `not_allowed`, `bad_input`.
 */
export async function correctCase(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "cases.edit");
  const { caseId } = parseInput(caseIdInput, input);
  await db().$transaction(async (tx) => {
    const { row, next } = await openCase(tx, caseId, "start_correction");
    await setCaseStatus(tx, caseId, next);
    await appendCustodyEvent(tx, {
      actor,
      action: "case.correction_started",
      subjectType: "case_file",
      subjectId: caseId,
      details: { slug: row.slug },
    });
  });
}
