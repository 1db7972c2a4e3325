import type { ChangeDetails, ChangeKind } from "#lib/core/captures/compare-captures";
import type { Outcome } from "#lib/core/captures/types";

/** What became of an original after it was captured: not there any more, or there with other words. */
export type LaterState = { state: "unavailable"; at: string; outcome: Outcome } | { state: "changed"; at: string };

type Change = { at: Date; kinds: readonly ChangeKind[]; details: ChangeDetails };

/** Kinds that `whatBecame` asks for. */
export const LASTING_KINDS: readonly ChangeKind[] = ["unavailable", "available", "outcome", "text", "title"];

/**
 * What the captures after one of them show.
 * @param changes of the source after that capture, oldest first.
 * @returns absence wins over other words: since when it has been gone, with the newest reason; else since when the words
 *   are not as captured. Undefined when the original was last seen as it was captured, as far as that was compared.
 */
export function whatBecame(changes: readonly Change[]): LaterState | undefined {
  let gone: { at: string; outcome: Outcome } | undefined;
  let changedAt: string | undefined;
  for (const { at, kinds, details } of changes) {
    const outcome = details.outcome?.after;
    if (kinds.includes("available")) gone = undefined;
    if (kinds.includes("unavailable") && outcome) gone = { at: at.toISOString(), outcome };
    else if (gone && kinds.includes("outcome") && outcome) gone.outcome = outcome;
    if (kinds.includes("text") || kinds.includes("title")) changedAt ??= at.toISOString();
  }
  if (gone) return { state: "unavailable", ...gone };
  return changedAt ? { state: "changed", at: changedAt } : undefined;
}
