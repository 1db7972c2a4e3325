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

    test("one character that folds to many", async () => {
      await trial.index.index([doc("a", { text: "قال النبي ﷺ هذا" })]);
      expect(await marked("وسلم")).toEqual(["ﷺ"]);
    });
  });
}
