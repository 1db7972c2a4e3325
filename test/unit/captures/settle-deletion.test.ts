import { expect, test } from "vitest";
import { settleDeletion } from "#lib/core/captures/settle-deletion";
import type { Classification, Outcome } from "#lib/core/captures/types";

const look = (outcome: Outcome): Classification => ({ outcome, signals: [{ signal: "seen", value: outcome }] });

test.each<[Outcome, Outcome]>([
  ["deleted", "deleted"],
  ["content", "unavailable"],
  ["not_found", "unavailable"],
  ["login_wall", "unavailable"],
  ["error", "unavailable"],
])("deleted, then %s: %s, with the signals of both looks", (second, settled) => {
  const result = settleDeletion(look("deleted"), look(second), 5000);
  expect(result.outcome).toBe(settled);
  expect(result.signals).toContainEqual({ signal: "seen", value: "deleted" });
  expect(result.signals).toContainEqual({ signal: "seen", value: second });
  expect(result.signals).toContainEqual({ signal: "second_look_after_ms", value: "5000" });
});

test("one look is not enough", () => {
  const result = settleDeletion(look("deleted"), null, 5000);
  expect(result).toMatchObject({ outcome: "unavailable" });
  expect(result.signals).toContainEqual({ signal: "second_look", value: "none" });
});
