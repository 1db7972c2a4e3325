import type { Tx } from "#lib/data/client";

/** What a token is about: a capture's manifest or a custody head's statement. */
export type StampSubject = { type: "capture" | "custody_head"; id: string; sha256: string };

/** Asks each authority for a token, in the transaction that records the subject: neither exists without the other. */
export async function requestTimestamps(tx: Tx, subject: StampSubject, authorities: readonly string[]): Promise<void> {
  const { type: subjectType, id: subjectId, sha256 } = subject;
  const nextTryAt = new Date();
  const data = authorities.map((authority) => ({ subjectType, subjectId, sha256, authority, nextTryAt }));
  await tx.timestampRequest.createMany({ data });
}
