import { describe, expect, test } from "vitest";
import { judgeProofs, type ProofFacts, worstOf } from "#lib/core/evidence/proof-facts";

const facts = (changes: Partial<ProofFacts> = {}): ProofFacts => ({
  check: { at: "2026-11-23T10:00:00.000Z", holds: true, failing: [] },
  isSigned: true,
  timestamps: { granted: 1, pending: 0, abandoned: 0 },
  replay: { state: "holds", isPartly: false },
  ...changes,
});

describe("judgeProofs", () => {
  test("says of each mark no more than is known", () => {
    expect(judgeProofs(facts())).toEqual({ hash: "holds", signature: "holds", timestamp: "holds", replay: "holds" });
    expect(judgeProofs(facts({ check: null })).hash).toBe("pending");
    expect(judgeProofs(facts({ isSigned: false })).signature).toBe("absent");
    const timestamps = { granted: 0, pending: 2, abandoned: 1 };
    expect(judgeProofs(facts({ timestamps })).timestamp).toBe("pending");
    expect(judgeProofs(facts({ timestamps: { ...timestamps, pending: 0 } })).timestamp).toBe("absent");
  });

  test("what the newest check found to fail, fails, and only that mark", () => {
    const whenFailing = (failing: string[]) => judgeProofs(facts({ check: { at: "", holds: false, failing } }));
    expect(whenFailing(["file"])).toMatchObject({ hash: "fails", signature: "holds", timestamp: "holds" });
    expect(whenFailing(["signature"])).toMatchObject({ hash: "holds", signature: "fails" });
    expect(whenFailing(["timestamp"])).toMatchObject({ signature: "holds", timestamp: "fails" });
    expect(whenFailing(["wacz"])).toMatchObject({ hash: "fails" });
  });

  test("of several captures the weakest is shown", () => {
    const weak = facts({ isSigned: false });
    expect(worstOf([facts(), weak], "signature")).toBe(weak);
    expect(worstOf([], "signature")).toBeUndefined();
  });
});
