import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitByRanges } from "#lib/core/text/segments";

const anyText = fc.string({ unit: "grapheme", maxLength: 60 });
const anyRanges = fc.array(
  fc.record({ start: fc.integer({ min: -5, max: 80 }), end: fc.integer({ min: -5, max: 80 }) }),
  {
    maxLength: 8,
  },
);

describe("splitting a text by ranges", () => {
  test("loses and adds nothing, whatever the ranges", () => {
    fc.assert(
      fc.property(anyText, anyRanges, (text, ranges) => {
        const segments = splitByRanges(text, ranges);
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        expect(segments.every((segment) => segment.text !== "")).toBe(true);
        for (const segment of segments) expect(text.startsWith(segment.text, segment.start)).toBe(true);
        segments.reduce(
          (before, after) => {
            expect(after.marked).not.toBe(before.marked);
            return after;
          },
          { marked: !segments[0]?.marked },
        );
      }),
    );
  });

  test("marks at least what was asked for, and more only to keep a character whole", () => {
    fc.assert(
      fc.property(anyText, anyRanges, (text, ranges) => {
        const marked = new Set<number>();
        for (const { text: piece, marked: isMarked, start } of splitByRanges(text, ranges)) {
          if (isMarked) for (let at = start; at < start + piece.length; at++) marked.add(at);
        }
        const asked = (at: number) => ranges.some(({ start, end }) => at >= start && at < end);
        for (const { index, segment } of new Intl.Segmenter().segment(text)) {
          const units = [...Array(segment.length).keys()].map((offset) => index + offset);
          expect(units.every((at) => marked.has(at))).toBe(units.some(asked));
          expect(units.some((at) => marked.has(at))).toBe(units.some(asked));
        }
      }),
    );
  });

  test("does not depend on the order of the ranges", () => {
    fc.assert(
      fc.property(anyText, anyRanges, (text, ranges) => {
        expect(splitByRanges(text, [...ranges].reverse())).toEqual(splitByRanges(text, ranges));
      }),
    );
  });

  test("keeps an Arabic letter and its diacritics together", () => {
    // The range ends between the letter and its shadda.
    expect(splitByRanges("مضلِّل", [{ start: 0, end: 3 }])).toEqual([
      { text: "مضلِّ", marked: true, start: 0 },
      { text: "ل", marked: false, start: 5 },
    ]);
  });

  test("an empty text has no segments, and a text without ranges is one", () => {
    expect(splitByRanges("", [{ start: 0, end: 4 }])).toEqual([]);
    expect(splitByRanges("abc", [])).toEqual([{ text: "abc", marked: false, start: 0 }]);
  });
});
