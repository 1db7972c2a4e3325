import type { Tx } from "#lib/data/client";

export type ChangedKind = "post" | "capture";

/**
 * Tells the search index, in the transaction that makes the change, that these have to be read again.
 * Said twice it is done twice, harmlessly.
 */
export async function announceChange(tx: Tx, kind: ChangedKind, entityIds: readonly string[]): Promise<void> {
  const data = [...new Set(entityIds)].map((entityId) => ({ kind, entityId }));
  if (data.length > 0) await tx.searchOutbox.createMany({ data });
}
