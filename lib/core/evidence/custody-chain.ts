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

/** The text that a record's hash is taken over: its canonical JSON (RFC 8785), `prevHash` included, on one line. */
export function custodyText(record: CustodyRecord): string {
  const { seq, at, actorId, actorName, action, subjectType, subjectId, details, prevHash } = record;
  return canonicalJson({ seq, at, actorId, actorName, action, subjectType, subjectId, details, prevHash });
}

/** SHA-256 (hex) of a record's text. */
export function custodyHash(record: CustodyRecord): string {
  return createHash("sha256").update(custodyText(record), "utf8").digest("hex");
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
