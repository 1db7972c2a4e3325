import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { mergeDueLooks, planRechecks } from "#lib/core/captures/plan-rechecks";
import { env, setEnv } from "#lib/env";

const at = new Date("2026-03-01T10:00:00Z");

afterEach(() => setEnv({ RECHECK_AFTER: undefined }));

describe("planned looks", () => {
  test("come an hour, a day, a week and a month after the capture unless somebody says otherwise", () => {
    expect(planRechecks(env().RECHECK_AFTER, at).map(({ step, dueAt }) => [step, dueAt.toISOString()])).toEqual([
      ["1h", "2026-03-01T11:00:00.000Z"],
      ["1d", "2026-03-02T10:00:00.000Z"],
      ["7d", "2026-03-08T10:00:00.000Z"],
      ["30d", "2026-03-31T10:00:00.000Z"],
    ]);
  });

  test("empty switches them off; order and repetition do not matter", () => {
    setEnv({ RECHECK_AFTER: "" });
    expect(planRechecks(env().RECHECK_AFTER, at)).toEqual([]);
    setEnv({ RECHECK_AFTER: " 48h, 30m ,48h,1h" });
    expect(env().RECHECK_AFTER.map(({ step }) => step)).toEqual(["30m", "1h", "48h"]);
  });

  test.each(["soon", "1w", "1h;1d", "-1h", "1h,,1d"])("a wrong setting is refused and named: %s", (value) => {
    setEnv({ RECHECK_AFTER: value });
    expect(() => env()).toThrow(/RECHECK_AFTER: must be times like 1h,1d,7d,30d/);
  });
});

describe("looks that are due together", () => {
  const looks = fc.uniqueArray(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 8 });

  test("become one, in any order, and none is forgotten", () => {
    fc.assert(
      fc.property(looks, (minutes) => {
        const due = minutes.map((minute) => ({ step: `${minute}m`, dueAt: new Date(minute * 60_000) }));
        const merged = mergeDueLooks(due);
        expect(merged).toEqual(mergeDueLooks(due.toReversed()));
        expect(merged?.keep.dueAt.getTime()).toBe(Math.max(...minutes) * 60_000);
        expect(merged?.step.split(",").toSorted()).toEqual(due.map(({ step }) => step).toSorted());
        expect(merged?.drop).toHaveLength(due.length - 1);
      }),
    );
  });

  test("none are nothing", () => expect(mergeDueLooks([])).toBeUndefined());
});
