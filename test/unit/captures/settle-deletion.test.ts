import { expect, test } from "vitest";
import { settleDeletion } from "#lib/core/captures/settle-deletion";
import type { Classification, Outcome } from "#lib/core/captures/types";

const look = (outcome: Outcome): Classification => ({ outcome, signals: [{ signal: "seen", value: outcome }] });

test.each([
  ["deleted", "deleted"],
  ["content", "content"],
  ["partial", "partial"],
  ["not_found", "unavailable"],
  ["login_wall", "unavailable"],
  ["error", "unavailable"],
] as [Outcome, Outcome][])("deleted, then %s: %s", (second, settled) => {
  const result = settleDeletion(look("deleted"), look(second), 5000);
  expect(result.outcome).toBe(settled);
  expect(result.signals).toContainEqual({ signal: "seen", value: "deleted" });
  expect(result.signals).toContainEqual({ signal: "seen", value: second });
});

test("one look is not enough", () => {
  expect(settleDeletion(look("deleted"), null, 0).outcome).toBe("unavailable");
});
