import type { DecisionLine } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import { type DecisionListRow, listDecisionsById, listDecisionsOfPhrasing } from "#lib/data/phrasing-pages";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";
import { decisionView } from "#lib/services/phrasings/phrasing-views";

/** More than people decide about one phrasing. */
const MAX_DECISIONS = 200;

/** Everything that people said of any wording of a phrasing, the newest first. */
export async function listDecisions(actor: Actor, phrasingId: string): Promise<DecisionLine[]> {
  assertMay(actor, "captures.read");
  return (await listDecisionsOfPhrasing(db(), phrasingId, MAX_DECISIONS)).map(toLine);
}

/** These decisions: what a new one contradicts. */
export async function findDecisions(actor: Actor, ids: readonly string[]): Promise<DecisionLine[]> {
  assertMay(actor, "captures.read");
  return (await listDecisionsById(db(), ids.filter(isUuid).slice(0, MAX_DECISIONS))).map(toLine);
}

function toLine(row: DecisionListRow): DecisionLine {
  return {
    ...decisionView(row),
    wordings: [row.wordingA, row.wordingB].map(({ id, text, folded, phrasingId }) => ({
      wordingId: id,
      text: text ?? folded,
      phrasingId,
    })),
    withdrawn: row.withdrawnAt && { by: row.withdrawnBy?.name ?? null, at: row.withdrawnAt.toISOString() },
    isSettled: row.isSettled,
  };
}
