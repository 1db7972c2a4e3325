import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldPair, foldPairSlowly } from "#lib/core/text/fold";
import { findDroppedSpans, findHashtagSpans } from "#lib/core/text/fold-spans";

const PIECES = [
  "مقاطعة",
  "مُقَاطَعَة",
  "مقـــاطعة",
  "الشركة ",
  "hello ",
  "HELLO",
  " RT @name: ",
  "@name ",
  "#مقاطعة_تويتر ",
  "#tag",
  "page#part",
  "#١٢ ",
  "https://t.co/abcنص",
  "https://example.com/a?b=c#d. ",
  "example.com/path ",
  "www.example.com",
  "a.b.com/https://t.co/x ",
  "…",
  "...",
  "٢٣٠٠٠",
  "🙂",
  "❤️",
  "👨‍👩‍👧",
  "1️⃣",
  "ℹ️",
  "™",
  "ＡＢＣ",
  "ﷺ",
  "é",
  "e\u0301",
  "\u200f",
  "\u200d",
  "\u202e",
  "\ud800",
  "𝐁𝐨𝐥𝐝",
  "각",
  "\u1100\u1161",
  "½",
  "\u00a0",
  "\n",
  "ÄÖ ",
  "İ",
  "мир ",
  "zzzz",
  "&amp; ",
  "/",
];

describe("the fast way to fold", () => {
  test("gives what the slow way gives", () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 3 })), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join("");
        expect(foldPair(text)).toEqual(foldPairSlowly(text));
      }),
      { numRuns: 5_000 },
    );
  });

  test("gives what the slow way gives for every character of the basic plane", () => {
    const differing = [];
    for (let unit = 1; unit < 0xffff; unit++) {
      const text = `a${String.fromCharCode(unit)}b`;
      if (foldPair(text).folded !== foldPairSlowly(text).folded) differing.push(unit.toString(16));
    }
    expect(differing).toEqual([]);
  });

  test("leaves hashtags' words out of one half only", () => {
    expect(foldPair("أغلقوا #حساب_وهمي اليوم")).toEqual({ folded: "اغلقوا حساب وهمي اليوم", own: "اغلقوا اليوم" });
    expect(foldPair("see page#part and #1")).toEqual({ folded: "see page part and 1", own: "see page part and 1" });
  });
});

describe("spans that are left out", () => {
  test("are in order and do not overlap", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
        const text = pieces.join("").normalize("NFKC");
        for (const spans of [findDroppedSpans(text), findHashtagSpans(text)]) {
          let end = 0;
          for (const span of spans) {
            expect(span[0]).toBeGreaterThanOrEqual(end);
            expect(span[1]).toBeGreaterThan(span[0]);
            end = span[1];
          }
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  test("a hostile address takes no longer than its length", () => {
    const startedAt = performance.now();
    expect(foldPair(`see https://a${".".repeat(100_000)}x end`).folded).toBe("see end");
    expect(foldPair(`see https://a${".".repeat(100_000)} end`).folded).toBe("see end");
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  test("an address inside an address is one", () => {
    const text = "a.b.com/https://t.co/abc end";
    expect(findDroppedSpans(text)).toEqual([[0, text.indexOf(" end")]]);
  });
});
