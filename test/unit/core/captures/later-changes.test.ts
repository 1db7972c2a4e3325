import { describe, expect, test } from "vitest";
import type { ChangeKind } from "#lib/core/captures/compare-captures";
import { whatBecame } from "#lib/core/captures/later-changes";
import type { Outcome } from "#lib/core/captures/types";

const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const change = (day: number, kinds: ChangeKind[], after: Outcome = "content") => ({
  at: at(day),
  kinds,
  details: { outcome: { before: "content" as const, after } },
});

describe("what became of an original", () => {
  test("nothing, as far as anybody looked", () => {
    expect(whatBecame([])).toBeUndefined();
    expect(whatBecame([change(1, ["counts", "author_name"])])).toBeUndefined();
  });

  test("gone since the first look that did not find it, for the newest reason", () => {
    const changes = [
      change(1, ["counts"]),
      change(2, ["unavailable"], "unavailable"),
      change(3, ["outcome"], "deleted"),
    ];
    expect(whatBecame(changes)).toEqual({ state: "unavailable", at: at(2).toISOString(), outcome: "deleted" });
  });

  test("back: as it was, or with other words since they were first seen", () => {
    const back = [change(2, ["unavailable"], "protected"), change(3, ["available"])];
    expect(whatBecame(back)).toBeUndefined();
    const edited = [...back, change(3, ["text"]), change(5, ["text"])];
    expect(whatBecame(edited)).toEqual({ state: "changed", at: at(3).toISOString() });
    expect(whatBecame([...edited, change(6, ["unavailable"], "suspended")])).toMatchObject({ state: "unavailable" });
  });
});
