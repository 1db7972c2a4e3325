import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CustodyTreeRoot, custodyTreePath, rootFromPath } from "#lib/core/evidence/custody-tree";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hashes = fc
  .integer({ min: 1, max: 70 })
  .map((count) => Array.from({ length: count }, (_, index) => sha256(String(index))));

function rootOf(events: readonly string[]): string {
  const tree = new CustodyTreeRoot();
  for (const event of events) tree.add(event);
  return tree.root();
}

describe("custody tree", () => {
  test("three events, by hand", () => {
    const [a, b, c] = ["a", "b", "c"].map(sha256);
    const pair = sha256(`node ${sha256(`leaf ${a}`)} ${sha256(`leaf ${b}`)}`);
    expect(rootOf([`${a}`, `${b}`, `${c}`])).toBe(sha256(`node ${pair} ${sha256(`leaf ${c}`)}`));
  });

  test("the path of every event leads to the root, and of no other event", () => {
    fc.assert(
      fc.property(hashes, fc.nat(), (events, pick) => {
        const index = pick % events.length;
        const path = custodyTreePath(events, index);
        expect(rootFromPath(events[index] ?? "", path)).toBe(rootOf(events));
        expect(rootFromPath(sha256("another event"), path)).not.toBe(rootOf(events));
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(events.length)));
      }),
    );
  });

  test("a log that was changed, cut or lengthened has another root", () => {
    fc.assert(
      fc.property(hashes, fc.nat(), (events, pick) => {
        const changed = events.with(pick % events.length, sha256("changed"));
        expect(rootOf(changed)).not.toBe(rootOf(events));
        expect(rootOf([...events, sha256("more")])).not.toBe(rootOf(events));
      }),
    );
  });
});
