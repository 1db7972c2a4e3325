import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWithNetwork } from "#lib/core/captures/list-in-network";

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String));

describe("two counts of one list", () => {
  test("what was seen whole differs in what only one side has", () => {
    expect(compareWithNetwork(["1", "2", "9"], { ids: ["1", "2", "3"] }, false)).toEqual({
      onlyInNetwork: ["3"],
      notInNetwork: ["9"],
    });
  });

  test("what was sent ahead of a limit is no difference, what was passed over is one", () => {
    expect(compareWithNetwork(["1", "3"], { ids: ["1", "2", "3", "4", "5"] }, true).onlyInNetwork).toEqual(["2"]);
  });

  test("nobody is told twice, and who is on both sides never", () => {
    fc.assert(
      fc.property(ids, ids, fc.boolean(), (collected, sent, isCut) => {
        const { onlyInNetwork, notInNetwork } = compareWithNetwork(collected, { ids: sent }, isCut);
        for (const id of onlyInNetwork) expect([collected.includes(id), sent.includes(id)]).toEqual([false, true]);
        for (const id of notInNetwork) expect([collected.includes(id), sent.includes(id)]).toEqual([true, false]);
      }),
    );
  });
});
