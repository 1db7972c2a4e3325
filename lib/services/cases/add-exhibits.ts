import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { addExhibitsInput } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";
import { placeExhibit } from "#lib/services/cases/add-exhibit";

const TIMEOUT_MS = 60_000;

/** `exhibitIds`: the new ones, for undoing; `already` were in the case before. */
export type AddedExhibits = { exhibitIds: string[]; already: number };

/**
 * Puts several things at the end of a case, in the order given: all of them or, when one cannot be, none.
 * @param input addExhibitsInput.
 * @throws AppError `not_found` when case or a target is missing, `frozen`, `not_allowed`, `bad_input`.
 */
export async function addExhibits(actor: Actor, input: unknown): Promise<AddedExhibits> {
  assertMay(actor, "cases.edit");
  const { caseId, targets } = parseInput(addExhibitsInput, input);
  return db().$transaction(
    async (tx) => {
      const exhibitIds: string[] = [];
      for (const target of targets) {
        const { exhibitId, added } = await placeExhibit(tx, actor, { caseId, target });
        if (added) exhibitIds.push(exhibitId);
      }
      return { exhibitIds, already: targets.length - exhibitIds.length };
    },
    { timeout: TIMEOUT_MS },
  );
}
