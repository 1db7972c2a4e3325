import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  APART_MS,
  type DeletionKind,
  deletionSignal,
  type EarlierLook,
  settleAcrossCaptures,
} from "#lib/core/captures/settle-across-captures";
import { type Classification, OUTCOMES, type Outcome } from "#lib/core/captures/types";

const NOW = new Date("2026-11-23T12:00:00Z");
const KINDS: DeletionKind[] = ["platform_word", "gone_status", "unknown_to_api", "no_such_page"];

const now = (outcome: Outcome, ...kinds: DeletionKind[]): Classification => ({
  outcome,
  signals: kinds.map(deletionSignal),
});
const looked = (outcome: Outcome, minutes: number, ...kinds: DeletionKind[]): EarlierLook => ({
  captureId: `capture-${minutes}`,
  outcome,
  signals: kinds.map(deletionSignal),
  finishedAt: new Date(NOW.getTime() - minutes * 60_000),
});

describe("deleted across captures", () => {
  test("the platform's word an hour ago and a 404 now", () => {
    const settled = settleAcrossCaptures(
      now("not_found", "gone_status"),
      [looked("unavailable", 60, "platform_word")],
      NOW,
    );
    expect(settled.outcome).toBe("deleted");
    expect(settled.signals).toEqual([
      { signal: "deletion_signal", value: "gone_status" },
      { signal: "earlier_signal", value: "platform_word" },
      { signal: "earlier_seen_at", value: "2026-11-23T11:00:00.000Z" },
      { signal: "earlier_capture", value: "capture-60" },
    ]);
  });

  test.each<[string, Classification, EarlierLook[]]>([
    ["nothing earlier", now("unavailable", "platform_word"), []],
    ["the same word twice", now("unavailable", "platform_word"), [looked("unavailable", 600, "platform_word")]],
    ["two absences without a word", now("not_found", "gone_status"), [looked("not_found", 600, "unknown_to_api")]],
    ["minutes apart", now("not_found", "gone_status"), [looked("unavailable", 5, "platform_word")]],
    ["no signal now", now("unavailable"), [looked("unavailable", 60, "platform_word", "gone_status")]],
    [
      "it was back in between",
      now("not_found", "gone_status"),
      [looked("unavailable", 600, "platform_word"), looked("content", 60)],
    ],
    ["a wall then", now("unavailable", "platform_word"), [looked("login_wall", 60, "gone_status")]],
    ["a wall now", now("login_wall", "gone_status"), [looked("unavailable", 60, "platform_word")]],
  ])("stays as it is: %s", (_, current, earlier) => {
    expect(settleAcrossCaptures(current, earlier, NOW)).toBe(current);
  });

  test("never without two kinds, the platform's word among them, at two times", () => {
    const look = fc.record({
      outcome: fc.constantFrom(...OUTCOMES),
      minutes: fc.integer({ min: 0, max: 100_000 }),
      kinds: fc.subarray(KINDS),
    });
    fc.assert(
      fc.property(fc.constantFrom(...OUTCOMES), fc.subarray(KINDS), fc.array(look), (outcome, kinds, looks) => {
        const earlier = looks.map((one) => looked(one.outcome, one.minutes, ...one.kinds));
        const settled = settleAcrossCaptures(now(outcome, ...kinds), earlier, NOW);
        if (settled.outcome === outcome) return;
        expect(settled.outcome).toBe("deleted");
        expect(["unavailable", "not_found"]).toContain(outcome);
        const old = looks.filter((one) => one.minutes * 60_000 >= APART_MS).flatMap((one) => one.kinds);
        expect(new Set([...kinds, ...old]).size).toBeGreaterThanOrEqual(2);
        expect([...kinds, ...old]).toContain("platform_word");
        expect(kinds.length).toBeGreaterThan(0);
      }),
    );
  });
});
