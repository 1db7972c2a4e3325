import { describe, expect, test } from "vitest";
import { buildSearchDoc as doc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

export function describeExactness(trial: Trial): void {
  const { find, marked } = trial;
  describe("exactness", () => {
    test("quoted words stand together, folded, with or without the article", async () => {
      await trial.index.index([
        doc("a", { text: "مقاطعة المنتجات واجبة" }),
        doc("b", { text: "المنتجات بعد مقاطعة" }),
        doc("c", { text: "the boycott begins" }),
      ]);
      expect(await find('"مقاطعه منتجات"')).toEqual(["a"]);
      expect(await find("«مقاطعة المنتجات» واجبة")).toEqual(["a"]);
      expect(await find('"begins boycott"')).toEqual([]);
      expect(await find('"the boycott" begin')).toEqual(["c"]);
      expect(await find('"unclosed boycott')).toEqual([]);
    });

    test("exact spelling", async () => {
      await trial.index.index([
        doc("ta", { text: "مقاطعة الشركة" }),
        doc("ha", { text: "مقاطعه الشركه" }),
        doc("upper", { text: "BOYCOTT Now!" }),
      ]);
      expect(await find({ q: "مقاطعة", exactSpelling: true })).toEqual(["ta"]);
      expect(await find({ q: "مقاطعه", exactSpelling: true })).toEqual(["ha"]);
      expect(await find({ q: "BOYCOTT", exactSpelling: true })).toEqual(["upper"]);
      expect(await find({ q: "boycott", exactSpelling: true })).toEqual([]);
      expect(await find({ q: '"Now!"', exactSpelling: true })).toEqual(["upper"]);
      expect(await marked({ q: "الشركه مقاطعه", exactSpelling: true })).toEqual(["مقاطعه", "الشركه"]);
    });

    test("a slip of the finger is forgiven only when nothing else is found, and said", async () => {
      await trial.index.index([doc("a", { text: "Boycott the company" }), doc("b", { text: "المقاطعة مستمرة" })]);
      const typo = await trial.index.search({ q: "boykott company" });
      expect([typo.isFuzzy, typo.total, typo.hits[0]?.id]).toEqual([true, 1, "post:a"]);
      expect(await marked("boykott company")).toEqual(["Boycott", "company"]);
      expect(await find("المقاطععة مستمرة")).toEqual(["b"]);
      expect((await trial.index.search({ q: "boycott" })).isFuzzy).toBe(false);
      const none = await trial.index.search({ q: "zzzzzzzz" });
      expect([none.isFuzzy, none.total]).toEqual([false, 0]);
      expect(await find({ q: "boykott", exactSpelling: true })).toEqual([]);
    });
  });
}
