import { createHash } from "node:crypto";
import { BUNDLE } from "#lib/core/evidence/bundle-layout";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import { type CustodyRecord, custodyHash, GENESIS_HASH } from "#lib/core/evidence/custody-chain";
import type { CustodyPath } from "#lib/core/evidence/custody-paths";
import { rootFromPath } from "#lib/core/evidence/custody-tree";

/** More broken events than this are counted, not named. */
const MAX_NAMED = 20;

/**
 * Walks the whole custody log and names every event that does not hold: one that was changed, one that does not follow
 * the one before it, one that is missing. Memory does not grow with the log.
 */
export class ChainWalk {
  private readonly lines: CheckLine[] = [];
  private events = 0;
  private broken = 0;
  private seq = 0n;
  private hash = GENESIS_HASH;

  /** The next event, in the order of `seq`. */
  add(event: CustodyRecord & { hash: string }): void {
    this.events++;
    const seq = BigInt(event.seq);
    if (seq !== this.seq + 1n) {
      this.name("chain_gap", `#${this.seq + 1n}`, { from: String(this.seq + 1n), to: String(seq - 1n) });
    } else if (event.prevHash !== this.hash) {
      this.name("chain_link_broken", `#${event.seq}`, { expected: this.hash, found: event.prevHash });
    }
    const found = custodyHash(event);
    if (found !== event.hash) this.name("chain_event_changed", `#${event.seq}`, { expected: event.hash, found });
    this.seq = seq;
    this.hash = event.hash;
  }

  /** The report, after the last event. */
  finish(): CheckLine[] {
    if (this.broken > 0) return this.lines;
    return [checkLine("custody", `#1–#${this.events}`, "chain_holds", { events: this.events, hash: this.hash })];
  }

  private name(detail: "chain_gap" | "chain_link_broken" | "chain_event_changed", subject: string, values: object) {
    this.broken++;
    if (this.lines.length < MAX_NAMED) this.lines.push(checkLine("custody", subject, detail, { ...values }));
  }
}

/**
 * The extract of a bundle: each line is an event's canonical JSON, so the SHA-256 of the line is the event's hash.
 * @param text the lines of custody.jsonl.
 * @param proofs the paths to the head's root; an event without one is newer than the head.
 * @param head the head's statement, when there is one and its signature holds; null otherwise.
 */
export function checkCustodyExtract(input: {
  text: string;
  captureId: string;
  manifestSha256: string;
  proofs: readonly CustodyPath[];
  head: { seq: string; root: string } | null;
}): CheckLine[] {
  const { text, captureId, manifestSha256, proofs, head } = input;
  const lines: CheckLine[] = [];
  const rows = text.split("\n");
  if (rows.pop() !== "" || rows.length === 0) lines.push(checkLine("custody", BUNDLE.custody, "extract_event_wrong"));
  let lastSeq = 0n;
  let recorded: string | undefined;
  let covered = 0;
  for (const [index, row] of rows.entries()) {
    const event = readEvent(row);
    const subject = event ? `#${event.seq}` : `${BUNDLE.custody}:${index + 1}`;
    if (!event || event.subjectId !== captureId || BigInt(event.seq) <= lastSeq) {
      lines.push(checkLine("custody", subject, "extract_event_wrong"));
      continue;
    }
    lastSeq = BigInt(event.seq);
    if (event.action === "capture.recorded") recorded = manifestOf(event);
    const hash = createHash("sha256").update(row, "utf8").digest("hex");
    const proof = proofs.find((each) => each.hash === hash);
    const isCovered = head !== null && BigInt(event.seq) <= BigInt(head.seq);
    if (!isCovered || !head) lines.push(checkLine("custody", subject, "extract_not_covered", { action: event.action }));
    else if (!proof) lines.push(checkLine("custody", subject, "extract_event_wrong", { action: event.action }));
    else if (rootFromPath(hash, proof.path) !== head.root) {
      lines.push(checkLine("custody", BUNDLE.custodyPath, "extract_path_wrong", { seq: event.seq }));
    } else covered++;
  }
  if (recorded !== manifestSha256) {
    lines.push(checkLine("custody", BUNDLE.custody, "extract_other_manifest", { expected: recorded ?? "" }));
  }
  if (covered > 0) {
    lines.unshift(checkLine("custody", BUNDLE.custody, "extract_holds", { events: covered, head: head?.seq ?? "" }));
  }
  return lines;
}

/** One line of an extract; undefined when it is not exactly an event's canonical JSON. */
export function readEvent(row: string): CustodyRecord | undefined {
  try {
    const value = JSON.parse(row) as CustodyRecord;
    const isWhole =
      /^[1-9]\d{0,18}$/.test(value.seq) &&
      [value.action, value.subjectId, value.prevHash, value.actorName].every((each) => typeof each === "string");
    return isWhole && canonicalJson(value) === row ? value : undefined;
  } catch {
    return undefined;
  }
}

function manifestOf(event: CustodyRecord): string | undefined {
  const details = event.details as { manifestSha256?: unknown } | null;
  return typeof details?.manifestSha256 === "string" ? details.manifestSha256 : undefined;
}
