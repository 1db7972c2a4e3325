import { setCaseStatus } from "#lib/data/cases";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { submitForReviewInput } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";
import { openCase } from "#lib/services/cases/open-case";

/**
 * Hands a draft to a publisher. An unfinished one may be handed over too: a second reader can help to finish it,
 * and the checklist is held at publishing.
 * @param input submitForReviewInput.
 * @throws AppError `conflict` when it was saved meanwhile, `wrong_case_status`, `not_found`, `not_allowed`, `bad_input`.
 */
export async function submitForReview(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "cases.edit");
  const { caseId, version } = parseInput(submitForReviewInput, input);
  await db().$transaction(async (tx) => {
    const { row, next } = await openCase(tx, caseId, "submit_for_review");
    if (row.version !== version) {
      throw new AppError("conflict", `Version ${version} is not ${row.version}`, { version: row.version });
    }
    await setCaseStatus(tx, caseId, next);
    await appendCustodyEvent(tx, {
      actor,
      action: "case.submitted_for_review",
      subjectType: "case_file",
      subjectId: caseId,
      details: { slug: row.slug, version },
    });
  });
}
