import { findContradictions } from "#lib/core/duplicates/group-families";
import { db } from "#lib/data/client";
import { findPlaces, lockFamilies } from "#lib/data/families";
import { insertDecision, listStandingDecisions } from "#lib/data/wording-decisions";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { wordingDecisionInput } from "#lib/schemas/wording-decision";
import { settleBatch } from "#lib/services/phrasings/settle-wordings";

/** Somebody is waiting; a rebuild that has the families meanwhile takes longer than anybody waits. */
const TIMEOUT_MS = 20_000;
const LOCK_WAIT_MS = 8_000;
/** Arrivals that are settled along with it: few, the worker takes the others. */
const BATCH = 50;

/**
 * An editor's word that two wordings are the same message, or that they are not. Families follow at once, and no rebuild
 * overrules it. An earlier word on the same two is taken back by it.
 * @param input wordingDecisionInput.
 * @throws AppError `decisions_contradict` when standing decisions say the opposite by a chain of others
 *   (`details.decisions`); `phrasings_busy` while a rebuild has them; `not_found`, `bad_input`, `not_allowed`.
 */
export async function decideWordings(actor: Actor, input: unknown): Promise<{ decisionId: string }> {
  assertMay(actor, "phrasings.decide");
  const wish = parseInput(wordingDecisionInput, input);
  const { wordingId, otherWordingId } = wish;
  return db().$transaction(
    async (tx) => {
      await lockFamilies(tx, LOCK_WAIT_MS);
      const known = await findPlaces(tx, [wordingId, otherWordingId]);
      if (known.length < 2) throw new AppError("not_found", "No such wording");
      const isAboutThese = (pair: typeof wish) =>
        [pair.wordingId, pair.otherWordingId].sort().join() === [wordingId, otherWordingId].sort().join();
      const others = (await listStandingDecisions(tx)).filter((decision) => !isAboutThese(decision));
      const against = findContradictions(wish, others);
      if (against.length > 0) {
        throw new AppError("decisions_contradict", `${wish.verdict} goes against ${against.length} earlier decisions`, {
          decisions: against.map(({ id }) => id),
        });
      }
      const decisionId = await insertDecision(tx, { ...wish, decidedById: actor.id });
      await settleBatch(tx, BATCH);
      return { decisionId };
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
}
