import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  afterAnswer,
  FRESH_PACE,
  HOST_GAP_MS,
  type HostPace,
  pacedHost,
  REFUSALS_BEFORE_REST,
  readWelcome,
  takeTurn,
  type Welcome,
} from "#lib/core/captures/host-pace";

const NOW = new Date("2026-11-23T12:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const MINUTE = 60_000;

test("one host under all its spellings; our own sites have no pace", () => {
  const host = (address: string) => pacedHost(new URL(address), ["127.0.0.1:3139"]);
  expect(host("https://WWW.Example.com./a")).toBe("example.com");
  expect(host("https://x.com/i/status/1")).toBe("x.com");
  expect(host("http://127.0.0.1:3139/p/1")).toBeNull();
  expect(host("http://127.0.0.1:3140/p/1")).toBeNull();
  expect(host("https://example.com:8443/")).toBeNull();
});

test("captures of one host begin apart", () => {
  const first = takeTurn(FRESH_PACE, NOW);
  if (!("pace" in first)) return expect.unreachable();
  expect(takeTurn(first.pace, later(HOST_GAP_MS - 1))).toEqual({
    wait: { until: later(HOST_GAP_MS), problem: "host_busy" },
  });
  expect(takeTurn(first.pace, later(HOST_GAP_MS))).toHaveProperty("pace");
});

describe("refusals", () => {
  const refuse = (pace: HostPace, times: number, asked: number | null = null) => {
    let current = pace;
    for (let i = 0; i < times; i++) current = afterAnswer(current, "refused", asked, NOW);
    return current;
  };

  test("three in a row send the host to rest, each further one for longer", () => {
    expect(refuse(FRESH_PACE, 2).restingUntil).toBeNull();
    const rests = [3, 4, 5, 6, 7].map((times) => refuse(FRESH_PACE, times).restingUntil);
    expect(rests).toEqual([15, 30, 60, 120, 120].map((minutes) => later(minutes * MINUTE)));
    const turn = takeTurn(refuse(FRESH_PACE, 3), NOW);
    expect(turn).toEqual({ wait: { until: later(15 * MINUTE), problem: "host_resting" } });
  });

  test("what the site asked for counts, within reason", () => {
    expect(refuse(FRESH_PACE, 3, 3_600).restingUntil).toEqual(later(60 * MINUTE));
    expect(refuse(FRESH_PACE, 3, 10_000_000).restingUntil).toEqual(later(360 * MINUTE));
  });

  test("an answer in between ends the row, silence does not", () => {
    expect(afterAnswer(refuse(FRESH_PACE, 5), "welcome", null, NOW)).toMatchObject({ refusals: 0, restingUntil: null });
    expect(afterAnswer(refuse(FRESH_PACE, 2), "unclear", null, NOW)).toMatchObject({ refusals: 2 });
  });
});

test.each([
  ["content", 200, "welcome"],
  ["deleted", 200, "welcome"],
  ["not_found", 404, "welcome"],
  ["content", 429, "refused"],
  ["bot_block", 200, "refused"],
  ["rate_limited", 200, "refused"],
  ["error", 403, "refused"],
  ["login_wall", 200, "unclear"],
  ["unavailable", 503, "unclear"],
  ["error", null, "unclear"],
] as const)("%s with status %s is %s", (outcome, httpStatus, expected) => {
  expect(readWelcome({ outcome, httpStatus })).toBe(expected);
});

test("whatever happens and however clocks jump, no host waits longer than six hours", () => {
  const event = fc.record({
    welcome: fc.constantFrom<Welcome>("welcome", "refused", "unclear"),
    asked: fc.option(fc.nat({ max: 1e9 })),
    at: fc.integer({ min: -1e10, max: 1e10 }),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), fc.integer({ min: -1e10, max: 1e10 }), (events, at) => {
      let pace = FRESH_PACE;
      for (const { welcome, asked, at: happened } of events) {
        const turn = takeTurn(pace, later(happened));
        if ("pace" in turn) pace = turn.pace;
        pace = afterAnswer(pace, welcome, asked, later(happened));
      }
      expect(pace.restingUntil !== null && pace.refusals < REFUSALS_BEFORE_REST).toBe(false);
      const turn = takeTurn(pace, later(at));
      if ("wait" in turn) expect(turn.wait.until.getTime() - later(at).getTime()).toBeLessThanOrEqual(360 * MINUTE);
    }),
  );
});
