import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideAfterError,
  decideAfterOutcome,
  MAX_ATTEMPTS,
  OF_THIS_HOST,
  retryAfterSeconds,
} from "#lib/core/captures/retry-policy";
import { AppError, ERROR_CODES } from "#lib/errors";

const now = new Date("2026-11-23T12:00:00Z");
const error = (code: (typeof ERROR_CODES)[number]) => new AppError(code, "test");

describe("after an error", () => {
  test.each(["address_refused", "not_found", "bad_input", "internal"] as const)("%s: no retry, no capture", (code) => {
    expect(decideAfterError(error(code), 1, now)).toEqual({ kind: "fail", problem: code });
  });

  test("a passing reason is tried again with growing waits, then recorded", () => {
    const waits = [1, 2, 3].map((attempt) => {
      const decision = decideAfterError(error("connection_failed"), attempt, now);
      return decision.kind === "retry" ? decision.at.getTime() - now.getTime() : 0;
    });
    expect(waits).toEqual([10_000, 45_000, 180_000]);
    expect(decideAfterError(error("connection_failed"), MAX_ATTEMPTS, now)).toEqual({ kind: "record" });
  });

  test("a full disk never ends a request", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (attempts) => {
        const decision = decideAfterError(error("storage_failed"), attempts, now);
        expect(decision).toMatchObject({ kind: "retry", problem: "storage_failed" });
      }),
    );
  });

  test("every code ends somewhere, and a retry is always later than now", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ERROR_CODES), fc.integer({ min: 1, max: 50 }), (code, attempts) => {
        const decision = decideAfterError(error(code), attempts, now);
        if (decision.kind === "retry") expect(decision.at.getTime()).toBeGreaterThan(now.getTime());
        if (attempts >= MAX_ATTEMPTS && !OF_THIS_HOST.has(code)) expect(decision.kind).not.toBe("retry");
      }),
    );
  });
});

describe("after an outcome", () => {
  const result = (
    outcome: "content" | "rate_limited" | "unavailable" | "deleted",
    httpStatus: number,
    wait?: number,
  ) => ({
    outcome,
    httpStatus,
    retryAfterSeconds: wait ?? null,
  });

  test("content and tombstones are recorded at once", () => {
    expect(decideAfterOutcome(result("content", 200), 1, now)).toEqual({ kind: "record" });
    expect(decideAfterOutcome(result("deleted", 404), 1, now)).toEqual({ kind: "record" });
  });

  test("429 waits at least as long as the site asked, up to an hour, and is recorded in the end", () => {
    const decide = (wait: number, attempts = 1) => decideAfterOutcome(result("rate_limited", 429, wait), attempts, now);
    expect(decide(5)).toEqual({ kind: "retry", at: new Date(now.getTime() + 60_000), problem: "site_rate_limited" });
    expect(decide(120)).toMatchObject({ at: new Date(now.getTime() + 120_000) });
    expect(decide(999_999)).toMatchObject({ at: new Date(now.getTime() + 3_600_000) });
    expect(decide(5, MAX_ATTEMPTS)).toEqual({ kind: "record" });
  });

  test("an error of the server is tried again; an unavailable post on a good answer is not", () => {
    expect(decideAfterOutcome(result("unavailable", 503), 1, now)).toMatchObject({
      kind: "retry",
      problem: "site_failed",
    });
    expect(decideAfterOutcome(result("unavailable", 200), 1, now).kind).toBe("record");
  });

  test("a page that says itself that its trouble passes is tried again, whatever its status", () => {
    const transient = { ...result("unavailable", 200), signals: [{ signal: "transient", value: "try reloading" }] };
    expect(decideAfterOutcome(transient, 1, now).kind).toBe("retry");
    expect(decideAfterOutcome(transient, MAX_ATTEMPTS, now).kind).toBe("record");
  });
});

test("Retry-After in both of its forms", () => {
  expect(retryAfterSeconds("120", now)).toBe(120);
  expect(retryAfterSeconds("Mon, 23 Nov 2026 12:01:00 GMT", now)).toBe(60);
  expect(retryAfterSeconds("Mon, 23 Nov 2026 11:00:00 GMT", now)).toBe(0);
  expect(retryAfterSeconds("soon", now)).toBeNull();
  expect(retryAfterSeconds(undefined, now)).toBeNull();
});
