import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DecidedWording,
  type Decision,
  findContradictions,
  groupFamilies,
} from "#lib/core/duplicates/group-families";
import { nameGroups } from "#lib/core/duplicates/name-groups";

/** Wordings a1, a2 of pivot a0, and so on; a digest is the name. */
const wordings = new Map<string, DecidedWording>(
  ["a", "b", "c"].flatMap((star) =>
    ["0", "1", "2"].map((place): [string, DecidedWording] => [
      star + place,
      { id: star + place, digest: star + place, pivotId: `${star}0`, pivotDigest: `${star}0`, nearness: 1 },
    ]),
  ),
);
const same = (wordingId: string, otherWordingId: string): Decision => ({ wordingId, otherWordingId, verdict: "same" });
const apart = (wordingId: string, otherWordingId: string): Decision => ({
  wordingId,
  otherWordingId,
  verdict: "not_the_same",
});

describe("decisions", () => {
  test("put families together under the first pivot", () => {
    const { rootOf, expelled } = groupFamilies([same("c1", "b2"), same("b1", "a1")], wordings);
    expect(Object.fromEntries(rootOf)).toEqual({ a0: "a0", b0: "a0", c0: "a0" });
    expect([...expelled]).toEqual([]);
  });

  test("take out the later of two that nothing holds, never the pivot, never what same holds", () => {
    expect([...groupFamilies([apart("a1", "a2")], wordings).expelled]).toEqual(["a2"]);
    expect([...groupFamilies([apart("a0", "a2"), same("a2", "b0")], wordings).expelled]).toEqual(["a0"]);
    expect([...groupFamilies([apart("a1", "b1")], wordings).expelled]).toEqual([]);
    expect([...groupFamilies([apart("a1", "b1"), same("a2", "b2")], wordings).expelled]).toEqual(["b1"]);
  });

  test("take out the one that is further from the others", () => {
    const far = new Map(wordings).set("a1", { ...wordings.get("a1"), nearness: 0.8 } as DecidedWording);
    expect([...groupFamilies([apart("a1", "a2")], far).expelled]).toEqual(["a1"]);
    expect([...groupFamilies([apart("a1", "a2"), same("a1", "b0")], far).expelled]).toEqual(["a2"]);
  });

  test("come out the same in any order", () => {
    const ids = fc.constantFrom(...wordings.keys());
    const decision = fc
      .tuple(ids, ids, fc.boolean())
      .filter(([a, b]) => a !== b)
      .map(([a, b, isSame]) => (isSame ? same(a, b) : apart(a, b)));
    fc.assert(
      fc.property(
        fc.uniqueArray(decision, { maxLength: 8, selector: (d) => [d.wordingId, d.otherWordingId].sort().join() }),
        (all) => {
          const [first, second] = [groupFamilies(all, wordings), groupFamilies(all.toReversed(), wordings)];
          expect(Object.fromEntries(second.rootOf)).toEqual(Object.fromEntries(first.rootOf));
          expect([...second.expelled].sort()).toEqual([...first.expelled].sort());
        },
      ),
    );
  });

  test("contradict when a chain of same holds the two together, or same would join what is set apart", () => {
    const chain = [same("a1", "b1"), same("b1", "c1"), apart("a2", "c2")];
    expect(findContradictions(apart("a1", "c1"), chain)).toEqual([chain[0], chain[1]]);
    expect(findContradictions(apart("a1", "c2"), chain)).toEqual([]);
    expect(findContradictions(same("a2", "c1"), chain)).toEqual([]);
    expect(findContradictions(same("a2", "c2"), [...chain])).toEqual([chain[2]]);
    expect(findContradictions(same("a2", "c1"), [...chain, same("c2", "c1")])).toEqual([chain[2]]);
  });
});

describe("names of groups", () => {
  const claim = (phrasingId: string, group: string, count: number, holdsPivot = false) => ({
    phrasingId,
    group,
    wordings: count,
    holdsPivot,
  });

  test("stay where most wordings are, in a tie where the pivot is; each is given once", () => {
    expect([...nameGroups([claim("p", "g", 3), claim("p", "h", 5)])]).toEqual([["h", "p"]]);
    expect([...nameGroups([claim("p", "g", 2), claim("p", "h", 2, true)])]).toEqual([["h", "p"]]);
    expect(Object.fromEntries(nameGroups([claim("p", "g", 5), claim("q", "g", 4), claim("q", "h", 1)]))).toEqual({
      g: "p",
      h: "q",
    });
  });
});
