import { describe, expect, test } from "vitest";
import { loudDifferences } from "#lib/core/duplicates/loud-differences";

describe("differences that change a claim", () => {
  test("numbers, in digits of any alphabet and in words", () => {
    expect(loudDifferences("أغلقت الوزارة ٢٣٠٠٠ حساب", "أغلقت الوزارة 8000 حساب")).toEqual([
      { kind: "number", before: "٢٣٠٠٠", after: "8000" },
    ]);
    expect(loudDifferences("أغلقت ٢٣٠٠٠ حساب", "أغلقتْ 23000 حساب")).toEqual([]);
    expect(loudDifferences("two million people came", "two billion people came")).toEqual([
      { kind: "number", before: "million", after: "billion" },
    ]);
  });

  test("negations", () => {
    expect(loudDifferences("The report is true", "The report is not true")).toEqual([
      { kind: "negation", before: "", after: "not" },
    ]);
    expect(loudDifferences("الخبر صحيح تماما", "الخبر ليس صحيحا تماما")).toEqual([
      { kind: "negation", before: "", after: "ليس" },
    ]);
  });

  test("names: capitals inside a sentence, countries, mentions, after titles", () => {
    expect(loudDifferences("accounts run from Palmland today", "accounts run from Dunesia today")).toEqual([
      { kind: "name", before: "Palmland", after: "Dunesia" },
    ]);
    expect(loudDifferences("حسابات تدار من عمان", "حسابات تدار من تونس")).toEqual([
      { kind: "name", before: "عمان", after: "تونس" },
    ]);
    expect(loudDifferences("said @one today", "said @two today")).toEqual([
      { kind: "name", before: "@one", after: "@two" },
    ]);
    expect(loudDifferences("قال الوزير سالم إن", "قال الوزير ماجد إن")).toEqual([
      { kind: "name", before: "سالم", after: "ماجد" },
    ]);
  });

  test("not spelling, addresses, hashtags, or words between", () => {
    expect(loudDifferences("الشَّركة مغلقة #أ https://t.co/x", "الشركه مغلقه #ب")).toEqual([]);
    expect(loudDifferences("a quick look", "a slow look")).toEqual([]);
  });

  test("odd texts do no harm", () => {
    for (const odd of ["", "🙂", "\ud800", "\u202e 5", "x ".repeat(60_000)]) {
      expect(() => loudDifferences(odd, "The 5 words of Palmland")).not.toThrow();
    }
  });
});
