"use server";

import { revalidatePath } from "next/cache";
import { requireActor } from "#lib/auth/session";
import type { DecisionLine } from "#lib/core/duplicates/views";
import { AppError } from "#lib/errors";
import { type ActionResult, runAction } from "#lib/http";
import { decideWordings } from "#lib/services/phrasings/decide-wordings";
import { findDecisions } from "#lib/services/phrasings/list-decisions";
import { withdrawDecision } from "#lib/services/phrasings/withdraw-decision";

type Verdict = { wordingId: string; otherWordingId: string; verdict: "same" | "not_the_same" };
/** `decisionId` is null when earlier decisions are against it; then nothing was written. */
type Decided = { decisionId: string | null; against: DecisionLine[] };

/** An editor's word on two wordings; it outlives every rebuild. */
export async function decideAction(input: Verdict): Promise<ActionResult<Decided>> {
  return runAction(async () => {
    const actor = await requireActor();
    try {
      const { decisionId } = await decideWordings(actor, input);
      revalidatePath("/[locale]/desk", "layout");
      return { decisionId, against: [] };
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== "decisions_contradict") throw thrown;
      const ids = thrown.details.decisions;
      return { decisionId: null, against: await findDecisions(actor, Array.isArray(ids) ? ids.map(String) : []) };
    }
  });
}

/** Takes a decision back. */
export async function withdrawAction(decisionId: string): Promise<ActionResult<null>> {
  return runAction(async () => {
    await withdrawDecision(await requireActor(), { decisionId: String(decisionId) });
    revalidatePath("/[locale]/desk", "layout");
    return null;
  });
}
