import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt } from "#lib/core/search/excerpt";
import { highlight } from "#lib/core/search/highlight";
import { isNearWord } from "#lib/core/search/near-words";
import { isEmptyQuery, parseQuery } from "#lib/core/search/parse-query";
import { wordForms, wordKey } from "#lib/core/search/word-forms";
import { foldText } from "#lib/core/text/fold";

describe("parseQuery", () => {
  test("words, phrases, an open last word", () => {
    expect(parseQuery('الشركة "مقاطعة المنتجات" boy')).toMatchObject({
      words: ["الشركه", "boy"],
      phrases: [["مقاطعه", "المنتجات"]],
      isLastWordOpen: true,
      literals: [],
    });
    expect(parseQuery("boy ").isLastWordOpen).toBe(false);
    expect(parseQuery("«أ ب»").phrases).toEqual([["ا", "ب"]]);
    expect(parseQuery("@Some_One").words).toEqual(["some", "one"]);
    expect(parseQuery("🔥").literals).toEqual(["🔥"]);
    expect(isEmptyQuery(parseQuery(" \n "))).toBe(true);
  });
});

test("wordForms: article, what clings to it, drawn-out vowels", () => {
  expect(wordForms("والمقاطعه")).toContain("مقاطعه");
  expect(wordForms("للمقاطعه")).toContain("مقاطعه");
  expect(wordForms("مبرووك")).toContain("مبروك");
  expect(wordForms("الله")).toEqual(["الله"]);
  expect(wordForms("والد")).toEqual(["والد"]);
  expect(wordForms("alabama")).toEqual(["alabama"]);
  expect(wordForms("بالالمان")).toEqual(["بالالمان", "المان", "مان"]);
  expect(wordForms("المبرووك")).toEqual(["المبرووك", "المبروك", "مبروك"]);
});

test("wordKey: words share it exactly when they share a form", () => {
  const word = fc.array(fc.constantFrom("ال", "لل", "و", "ب", "ا", "اا", "ي", "يي", "ك", "م", "ن", "a"), {
    maxLength: 7,
  });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const [one, other] = [foldText(a.join("")), foldText(b.join(""))];
      const isShared = wordForms(one).some((form) => wordForms(other).includes(form));
      expect(wordKey(one) === wordKey(other)).toBe(isShared);
      expect(wordKey(wordKey(one))).toBe(wordKey(one));
    }),
    { numRuns: 5_000 },
  );
});

test("isNearWord: one slip, two in long words, none in short ones", () => {
  expect(isNearWord("boycott", "boykott")).toBe(true);
  expect(isNearWord("boycott", "boyctot")).toBe(true);
  expect(isNearWord("boycott", "boycot")).toBe(true);
  expect(isNearWord("boycott", "bycot")).toBe(false);
  expect(isNearWord("المقاطعه", "المقاطغة")).toBe(true);
  expect(isNearWord("god", "cod")).toBe(false);
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(isNearWord(a, b)).toBe(isNearWord(b, a));
    }),
  );
});

describe("highlight", () => {
  test("is always ordered, apart and inside", () => {
    const text = fc.array(fc.constantFrom("مُقاطَعة ", "ﷺ", "company", " ", "https://t.co/a", "👍", "الشركة", "\ud800"));
    fc.assert(
      fc.property(
        text.map((parts) => parts.join("")),
        fc.constantFrom("مقاطعة", "comp", '"الشركة company"', "وسلم عليه", "👍"),
        fc.boolean(),
        (original, q, exact) => {
          let end = -1;
          for (const range of highlight(original, parseQuery(q, exact))) {
            expect(range.start).toBeGreaterThan(end);
            expect(range.end).toBeGreaterThan(range.start);
            end = range.end;
          }
          expect(end).toBeLessThanOrEqual(original.length);
        },
      ),
    );
  });
});

describe("excerpt", () => {
  test("shows the first range whole, with its ranges moved along", () => {
    const text = `${"before ".repeat(100)}FOUND${" after".repeat(100)}`;
    const at = text.indexOf("FOUND");
    const cut = excerpt(text, [{ start: at, end: at + 5 }], 200);
    expect(cut.text.length).toBeLessThanOrEqual(200);
    expect(cut).toMatchObject({ isCutBefore: true, isCutAfter: true });
    expect(cut.ranges.map(({ start, end }) => cut.text.slice(start, end))).toEqual(["FOUND"]);
    expect(excerpt("short", [], 200).text).toBe("short");
  });
  test("never cuts a character in half", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-composite", minLength: 50 }), fc.nat(40), (text, start) => {
        expect(excerpt(text, [{ start, end: start + 1 }], 45).text.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});
