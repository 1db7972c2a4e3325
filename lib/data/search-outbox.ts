import type { Tx } from "#lib/data/client";

/**
 * Tells the search index that something changed, in the transaction that changes it.
 * @param kind what the ids are.
 */
export async function announceChange(tx: Tx, kind: "post" | "capture", entityIds: string[]): Promise<void> {
  if (entityIds.length === 0) return;
  await tx.searchOutbox.createMany({ data: entityIds.map((entityId) => ({ kind, entityId })) });
}
