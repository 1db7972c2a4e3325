import fc from "fast-check";
import { expect, test } from "vitest";
import { countScale } from "#lib/core/charts/scale";
import { labelTicks, labelWidth, timeTicks } from "#lib/core/charts/time-ticks";
import { chooseBins, type TimeBins } from "#lib/core/spread/time-bins";
import { formatDuration, formatShare, formatTick } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";

test("axes begin at zero and end at a round number", () => {
  expect(countScale(7)).toEqual({ top: 10, ticks: [0, 5, 10] });
  expect(countScale(1)).toEqual({ top: 1, ticks: [0, 1] });
  expect(countScale(0)).toEqual({ top: 1, ticks: [0, 1] });
  expect(countScale(120)).toEqual({ top: 150, ticks: [0, 50, 100, 150] });
});

test("an axis holds the largest value and wastes less than half of itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (most) => {
      const { top, ticks } = countScale(most);
      expect(top).toBeGreaterThanOrEqual(most);
      expect(top === 1 || top < most * 2.5).toBe(true);
      expect([ticks[0], ticks.at(-1)]).toEqual([0, top]);
      expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(5);
    }),
  );
});

test("marks of time are round, in order, and never more than there is room for", () => {
  const moment = fc.integer({ min: Date.parse("2006-01-01"), max: Date.parse("2027-01-01") });
  fc.assert(
    fc.property(moment, moment, fc.integer({ min: 2, max: 8 }), (from, to, most) => {
      const { ticks } = timeTicks(chooseBins(from, to), most);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(most);
      expect(ticks.every(({ place }) => place >= 0 && place < 1)).toBe(true);
      expect(ticks.map(({ atMs }) => atMs)).toEqual(ticks.map(({ atMs }) => atMs).sort((a, b) => a - b));
    }),
  );
});

/** The words under a drawing with their beginning and end in px. */
function wordsUnder(locale: Locale, bins: TimeBins, most: number, designedPx: number, actualPx = designedPx) {
  const say = (atMs: number, stepMs: number, isFirst: boolean) => formatTick(locale, atMs, stepMs, isFirst);
  return labelTicks(timeTicks(bins, most), designedPx, say).flatMap(({ place, label, side }) => {
    if (label === null) return [];
    const start = place * actualPx - (side === "before" ? labelWidth(label) : 0);
    return [{ label, start, end: start + labelWidth(label) }];
  });
}

const apart = (words: { start: number; end: number }[]) =>
  words.every(({ start }, i) => i === 0 || start >= (words[i - 1]?.end ?? 0) + 4);

test("marks five minutes apart on a phone of 390 px keep their words apart, in both languages", () => {
  const bins: TimeBins = { step: "minute", stepMs: 60_000, startMs: Date.parse("2018-07-03T17:59:00Z"), count: 12 };
  expect(timeTicks(bins, 3)).toMatchObject({ stepMs: 300_000, ticks: [{}, {}, { place: 11 / 12 }] });
  for (const [locale, times] of [
    ["en", ["18:00", "18:05", "18:10"]],
    ["ar", ["18:00", "18:10"]],
  ] as const) {
    const words = wordsUnder(locale, bins, 3, 288, 310);
    expect(words.map(({ label }) => label.slice(-5))).toEqual(times);
    expect(apart(words)).toBe(true);
  }
});

test("days under one of two drawings beside each other at 1440 px keep apart where the last one nears the edge", () => {
  const bins: TimeBins = {
    step: "six_hours",
    stepMs: 6 * 3_600_000,
    startMs: Date.parse("2017-02-14T18:00:00Z"),
    count: 22,
  };
  const words = wordsUnder("en", bins, 6, 400);
  expect(words.map(({ label }) => label)).toEqual(["15 Feb 2017", "17 Feb", "18 Feb", "19 Feb"]);
  expect(apart(words)).toBe(true);
});

test("words under a drawing never run into each other nor leave it, at its narrowest or wider", () => {
  const moment = fc.integer({ min: Date.parse("2006-01-01"), max: Date.parse("2027-01-01") });
  const size = fc.constantFrom({ px: 240, most: 3 }, { px: 288, most: 3 }, { px: 384, most: 4 }, { px: 672, most: 6 });
  const locale = fc.constantFrom<Locale>("en", "ar");
  fc.assert(
    fc.property(locale, moment, fc.nat(400 * 86_400_000), size, fc.nat(800), (lang, from, span, { px, most }, more) => {
      const words = wordsUnder(lang, chooseBins(from, from + span), most, px, px + more);
      expect(words.length).toBeGreaterThan(0);
      expect(apart(words)).toBe(true);
      expect(words.every(({ start, end }) => start >= 0 && end <= px + more)).toBe(true);
    }),
  );
});

test("words of time, of shares and of durations", () => {
  const noon = Date.parse("2018-07-03T12:00:00Z");
  const midnight = Date.parse("2018-07-04T00:00:00Z");
  expect(formatTick("en", noon, 3_600_000, true)).toBe("3 Jul 2018, 12:00");
  expect(formatTick("en", noon, 3_600_000, false)).toBe("12:00");
  expect(formatTick("en", midnight, 3_600_000, false)).toBe("4 Jul");
  expect(formatTick("ar", midnight, 86_400_000, false)).toBe("4 يوليو");
  expect(formatTick("en", midnight, 28 * 86_400_000, false)).toBe("Jul 2018");
  expect([0, 0.004, 0.1234, 0.5, 0.9999, 1].map((share) => formatShare("en", share))).toEqual([
    "0%",
    "0.4%",
    "12%",
    "50%",
    "99.9%",
    "100%",
  ]);
  expect([0, 40_000, 425_000, 3_600_000, 187_200_000].map((ms) => formatDuration("en", ms))).toEqual([
    "0 seconds",
    "40 seconds",
    "7 minutes, 5 seconds",
    "1 hour",
    "2 days, 4 hours",
  ]);
  expect(formatDuration("ar", 425_000)).toBe("7 دقائق و5 ثوان");
});
