import { settleAcrossCaptures } from "#lib/core/captures/settle-across-captures";
import type { Classification } from "#lib/core/captures/types";
import { db } from "#lib/data/client";
import { listEarlierLooks } from "#lib/data/earlier-looks";

/** A source is looked at a handful of times; a signal older than so many captures is not needed. */
const LOOKS = 50;

/**
 * What a finished attempt may say once the earlier captures of its source are known: a capture hours ago can have held
 * the first of the two signals of a deletion.
 * @returns the fields of the outcome, changed or not.
 */
export async function settleWithEarlier(
  sourceId: string,
  { outcome, signals }: Classification,
  at: Date,
): Promise<Pick<Classification, "outcome" | "signals">> {
  const current = { outcome, signals };
  // Nearly every capture: nothing to settle, and nothing to ask the database for.
  if (!signals.some(({ signal }) => signal === "deletion_signal")) return current;
  return settleAcrossCaptures(current, await listEarlierLooks(db(), sourceId, LOOKS), at);
}
