import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { removeExhibitsInput } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";
import { takeOutExhibit } from "#lib/services/cases/remove-exhibit";

const TIMEOUT_MS = 60_000;

/**
 * Takes several exhibits out of a case, all or none: what undoes addExhibits.
 * @param input removeExhibitsInput.
 * @throws AppError `not_found`, `frozen`, `not_allowed`, `bad_input`.
 */
export async function removeExhibits(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "cases.edit");
  const { caseId, exhibitIds } = parseInput(removeExhibitsInput, input);
  await db().$transaction(
    async (tx) => {
      for (const exhibitId of exhibitIds) await takeOutExhibit(tx, actor, { caseId, exhibitId });
    },
    { timeout: TIMEOUT_MS },
  );
}
