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

  test.each([
    ["He didn't sign the deal", "He did sign the deal", "negation"],
    ["He won’t sign the deal", "He will sign the deal", "negation"],
    ["ما أعلنت الوزارة ذلك", "أعلنت الوزارة ذلك", "negation"],
    ["أكد عدم صحة الخبر", "أكد صحة الخبر", "negation"],
    ["فلا يوجد شيء", "يوجد شيء", "negation"],
    ["وغير صحيح ما قيل", "وصحيح ما قيل", "negation"],
    ["قتل ثلاثة أطفال", "قتل تسعة أطفال", "number"],
    ["وعشرون شخصا", "وثلاثون شخصا", "number"],
    ["three were hurt", "five were hurt", "number"],
    ["it rose by 5% today", "it rose by $5 today", "number"],
    ["-5 degrees", "5 degrees", "number"],
    ["it costs ₺5 today", "it costs $5 today", "number"],
    ["#قطر تدعم القرار", "#السعودية تدعم القرار", "name"],
    ["we saw #Palmland leave", "we saw #Dunesia leave", "name"],
    ["Trump said it is over", "Biden said it is over", "name"],
    ["قال محمد بن سلمان", "قال محمد بن نايف", "name"],
  ])("«%s» and «%s»: %s", (before, after, kind) => {
    expect(loudDifferences(before, after)).toMatchObject([{ kind }]);
    expect(loudDifferences(after, before)).toMatchObject([{ kind }]);
    expect(loudDifferences(before, before)).toEqual([]);
  });

  test("whom it is passed on from or sent to, and disguised letters, are none", () => {
    const sentence = "the bridge at Palmland is closed, nobody may share it";
    for (const other of [
      `RT @watch: ${sentence}`,
      `@one @two ${sentence}`,
      sentence.replaceAll("o", "о").replace("Palm", "Pаlm"),
    ]) {
      expect(loudDifferences(sentence, other), other).toEqual([]);
      expect(loudDifferences(other, sentence), other).toEqual([]);
    }
    expect(loudDifferences(`RT @watch: ${sentence}`, sentence.replace("nobody", "anybody"))).toMatchObject([
      { kind: "negation" },
    ]);
    expect(loudDifferences("@one", "@two")).toEqual([]);
  });

  test("the same number written otherwise is none", () => {
    expect(loudDifferences("rose by 5% today", "rose by ٥٪ today")).toEqual([]);
    expect(loudDifferences("rose by 5 % today", "rose by 5% today")).toEqual([]);
    expect(loudDifferences("He isn't here", "He isn’t here")).toEqual([]);
  });

  test("not spelling, addresses, hashtags at the end, or words between", () => {
    expect(loudDifferences("The end is near", "This end is near")).toEqual([]);
    expect(loudDifferences("الشَّركة مغلقة #أ https://t.co/x", "الشركه مغلقه #ب")).toEqual([]);
    expect(loudDifferences("a quick look", "a slow look")).toEqual([]);
  });

  test("odd texts do no harm", () => {
    for (const odd of ["", "🙂", "\ud800", "\u202e 5", "x ".repeat(60_000), "ﷺ".repeat(60_000)]) {
      const startedAt = performance.now();
      expect(() => loudDifferences(odd, "The 5 words of Palmland")).not.toThrow();
      expect(performance.now() - startedAt).toBeLessThan(1_000);
    }
  });
});
