import { db } from "#lib/data/client";
import { lockFamilies } from "#lib/data/families";
import { withdrawDecisionRow } from "#lib/data/wording-decisions";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { withdrawDecisionInput } from "#lib/schemas/wording-decision";
import { settleBatch } from "#lib/services/phrasings/settle-wordings";

const TIMEOUT_MS = 20_000;
const LOCK_WAIT_MS = 8_000;
/** Arrivals that are settled along with it: few, the worker takes the others. */
const BATCH = 50;

/**
 * Takes an editor's word on two wordings back; who did so and when stays on record.
 * @param input withdrawDecisionInput.
 * @throws AppError `not_found` when there is none or it was taken back before; `phrasings_busy`, `bad_input`, `not_allowed`.
 */
export async function withdrawDecision(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "phrasings.decide");
  const { decisionId } = parseInput(withdrawDecisionInput, input);
  await db().$transaction(
    async (tx) => {
      await lockFamilies(tx, LOCK_WAIT_MS);
      const isTakenBack = await withdrawDecisionRow(tx, decisionId, actor.id);
      if (!isTakenBack) throw new AppError("not_found", `No standing decision ${decisionId}`);
      await settleBatch(tx, BATCH);
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
}
