import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/core/evidence/canonical-json";

/** What a custody event says; its hash covers all of it and the event before. */
export type CustodyRecord = {
  /** 1, 2, 3, … without gaps, as a decimal string. */
  seq: string;
  /** RFC 3339, UTC, milliseconds. */
  at: string;
  actorId: string | null;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  details: unknown;
  prevHash: string;
};

/** `prevHash` of the first event. */
export const GENESIS_HASH = "0".repeat(64);

/** SHA-256 (hex) over the canonical JSON of the record, `prevHash` included. */
export function custodyHash(record: CustodyRecord): string {
  const { seq, at, actorId, actorName, action, subjectType, subjectId, details, prevHash } = record;
  const plain = { seq, at, actorId, actorName, action, subjectType, subjectId, details, prevHash };
  return createHash("sha256").update(canonicalJson(plain), "utf8").digest("hex");
}

/** Where a chain breaks and why; `seq` is that of the first event that does not hold. */
export type ChainBreak = { seq: string; reason: "gap" | "link" | "hash" };

/**
 * Checks a chain from its first event on.
 * @returns the first break, or undefined when every event holds.
 */
export function findChainBreak(events: Iterable<CustodyRecord & { hash: string }>): ChainBreak | undefined {
  let expectedSeq = 1n;
  let prevHash = GENESIS_HASH;
  for (const event of events) {
    if (BigInt(event.seq) !== expectedSeq) return { seq: event.seq, reason: "gap" };
    if (event.prevHash !== prevHash) return { seq: event.seq, reason: "link" };
    if (custodyHash(event) !== event.hash) return { seq: event.seq, reason: "hash" };
    prevHash = event.hash;
    expectedSeq++;
  }
  return undefined;
}
