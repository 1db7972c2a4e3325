import { createHash } from "node:crypto";

/**
 * A Merkle tree over the custody log, shaped like the one of RFC 6962 (Certificate Transparency) but hashed over plain
 * ASCII text, so that every step can be repeated with `printf … | sha256sum`. The signed head states its root: with a
 * path of some twenty hashes anybody can see that one event is under the signature, without reading anybody else's.
 *
 *   leaf = SHA-256("leaf <event hash>")      node = SHA-256("node <left> <right>")      all in lower-case hex
 */
const sha256 = (text: string) => createHash("sha256").update(text, "ascii").digest("hex");
const leafOf = (eventHash: string) => sha256(`leaf ${eventHash}`);
const nodeOf = (left: string, right: string) => sha256(`node ${left} ${right}`);

/** One step from a leaf to the root: the neighbour's hash and the side on which it stands. */
export type TreeStep = { side: "left" | "right"; hash: string };

/** Builds the root one event after the other, holding only one hash per level: for logs of any length. */
export class CustodyTreeRoot {
  /** Complete subtrees from the largest (left) to the smallest; `size` is their number of leaves. */
  private readonly peaks: { hash: string; size: number }[] = [];

  /** @param eventHash the next event's hash, in the order of the log. */
  add(eventHash: string): void {
    let node = { hash: leafOf(eventHash), size: 1 };
    for (let last = this.peaks.at(-1); last && last.size === node.size; last = this.peaks.at(-1)) {
      this.peaks.pop();
      node = { hash: nodeOf(last.hash, node.hash), size: node.size * 2 };
    }
    this.peaks.push(node);
  }

  /** The root of what was added so far. @throws RangeError for an empty log. */
  root(): string {
    const [last, ...others] = this.peaks.toReversed();
    if (!last) throw new RangeError("An empty log has no root");
    return others.reduce((right, left) => nodeOf(left.hash, right), last.hash);
  }
}

/**
 * The path of one event to the root.
 * @param eventHashes the hashes of events 1…n of the log.
 * @param index from 0.
 */
export function custodyTreePath(eventHashes: readonly string[], index: number): TreeStep[] {
  if (index < 0 || index >= eventHashes.length) throw new RangeError("No such event");
  const steps: TreeStep[] = [];
  // Descends from the root, so the steps come in the opposite order.
  let [from, to] = [0, eventHashes.length];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    const [isLeft, side] = index < middle ? [true, "right" as const] : [false, "left" as const];
    steps.push({ side, hash: subtree(eventHashes, isLeft ? middle : from, isLeft ? to : middle) });
    if (isLeft) to = middle;
    else from = middle;
  }
  return steps.reverse();
}

/** The root that an event and its path lead to; the event is in the log when it is the signed one. */
export function rootFromPath(eventHash: string, path: readonly TreeStep[]): string {
  return path.reduce(
    (hash, step) => (step.side === "left" ? nodeOf(step.hash, hash) : nodeOf(hash, step.hash)),
    leafOf(eventHash),
  );
}

function subtree(eventHashes: readonly string[], from: number, to: number): string {
  const tree = new CustodyTreeRoot();
  for (const hash of eventHashes.slice(from, to)) tree.add(hash);
  return tree.root();
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
