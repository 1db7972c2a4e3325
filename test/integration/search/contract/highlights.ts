import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildSearchDoc as doc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

export function describeHighlights(trial: Trial): void {
  const { marked } = trial;
  describe("highlights on the original", () => {
    test("vowel signs and tatweel inside and after the word, in lines of both directions", async () => {
      const text = "He said «المُقاطَعَـــةُ» works. RT @x: قاطِعُوا https://t.co/abc THE company, الشركة!";
      await trial.index.index([doc("a", { text })]);
      expect(await marked("مقاطعة")).toEqual(["المُقاطَعَـــةُ"]);
      expect(await marked("company الشركه قاطعوا")).toEqual(["قاطِعُوا", "company", "الشركة"]);
      expect(await marked('"the company"')).toEqual(["THE company"]);
      expect(await marked("comp")).toEqual(["company"]);
    });

    test("bidi marks, joiners, other spaces and emoji beside and inside a word", async () => {
      const text = "\u202bعاجل\u202c: المقا\u200cطعة\u200f🔥الشركة❤️\u2066company\u2069\u00a0THE\u200bend 👨‍👩‍👧boycott";
      await trial.index.index([doc("a", { text })]);
      expect(await marked("عاجل")).toEqual(["عاجل"]);
      expect(await marked("الشركة")).toEqual(["الشركة"]);
      expect(await marked("boycott company")).toEqual(["company", "boycott"]);
      for (const [q, part] of [
        ["المقاطعة", "المقا\u200cطعة"],
        ["theend", "THE\u200bend"],
      ] as const) {
        const found = await marked(q);
        expect(found.length, q).toBe(1);
        expect(found[0]).toContain(part);
      }
    });

    test("Arabic and English words of one line, each where it stands; touching marks become one", async () => {
      const text = "قال John Smith: «الوزارة» نفت the report عن \u202aprice 3,500\u202c دينار";
      await trial.index.index([doc("a", { text })]);
      expect(await marked("report نفت الوزاره smith")).toEqual(["Smith", "الوزارة", "نفت", "report"]);
      expect(await marked('"john smith" "نفت the report"')).toEqual(["John Smith", "نفت the report"]);
      expect(await marked("500 دينار")).toEqual(["500", "دينار"]);
    });

    test("titles are marked apart from texts", async () => {
      await trial.index.index([doc("a", { title: "الماء والكهرباء", text: "انقطاع الماء عن الحي" })]);
      const { hits } = await trial.index.search({ q: "الماء" });
      const part = (text: string | null | undefined, ranges: { start: number; end: number }[] | undefined) =>
        ranges?.map(({ start, end }) => text?.slice(start, end));
      expect(part(hits[0]?.title, hits[0]?.titleRanges)).toEqual(["الماء"]);
      expect(part(hits[0]?.text, hits[0]?.ranges)).toEqual(["الماء"]);
    });

    test("a text of a hundred thousand characters is found by its last word, and marked there", async () => {
      const text = `${"قال المتحدث إن the price is rising 🔥 ".repeat(2_700)}ختاما zygote`;
      await trial.index.index([doc("long", { text })]);
      expect(text.length).toBeGreaterThan(100_000);
      const { hits } = await trial.index.search({ q: "zygote ختاما" });
      expect(hits[0]?.ranges.map(({ start, end }) => text.slice(start, end))).toEqual(["ختاما", "zygote"]);
      expect(hits[0]?.ranges.at(-1)?.end).toBe(text.length);
      expect((await trial.index.search({ q: '"ختاما zygote"' })).total).toBe(1);
    });

    test("marks are ordered, apart and inside, whatever the text and the query", async () => {
      const piece = fc.constantFrom(
        "مُقاطَعة ",
        "ﷺ",
        "company",
        " ",
        "https://t.co/a",
        "👍",
        "الشركة",
        "\ud800",
        "\u202e",
        "ـ",
        "é",
        "e\u0301",
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(piece, { maxLength: 25 }).map((parts) => parts.join("")),
          fc.constantFrom("مقاطعة", "comp", '"الشركة company"', "وسلم", "👍", "e"),
          async (text, q) => {
            await trial.index.index([doc("any", { text, title: text })]);
            const { hits } = await trial.index.search({ q });
            for (const hit of hits) {
              for (const [whole, ranges] of [
                [hit.text, hit.ranges],
                [hit.title ?? "", hit.titleRanges],
              ] as const) {
                let end = -1;
                for (const range of ranges) {
                  expect(range.start).toBeGreaterThan(end);
                  expect(range.end).toBeGreaterThan(range.start);
                  end = range.end;
                }
                expect(end).toBeLessThanOrEqual(whole.length);
              }
            }
          },
        ),
        { numRuns: 40, seed: 4 },
      );
    });

    test("one character that folds to many", async () => {
      await trial.index.index([doc("a", { text: "قال النبي ﷺ هذا" })]);
      expect(await marked("وسلم")).toEqual(["ﷺ"]);
    });
  });
}
