import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildSearchDoc as doc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

const WORDS = [
  "Boycott",
  "المُقاطَعة",
  "شركة",
  "3500",
  "٣٥٠٠",
  "#مقاطعة_تويتر",
  "company",
  "don’t",
  "الآن",
  "كـــويت",
  "ﷺ",
];

/** Searching while somebody types, and forgiving what their fingers do. */
export function describeTyping(trial: Trial): void {
  const { find } = trial;
  describe("as somebody types", () => {
    test("a text is found at every key, from its first word on", async () => {
      const texts = fc.sample(fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 5 }), {
        numRuns: 8,
        seed: 7,
      });
      await trial.index.index(texts.map((words, i) => doc(String(i), { text: words.join(" ") })));
      for (const [i, words] of texts.entries()) {
        const typed = words.slice(0, 2).join(" ");
        for (let end = 1; end <= typed.length; end++) {
          // A mark alone, half a word of marks or the sign of a hashtag is nothing to look for yet.
          const q = typed.slice(0, end);
          expect(await find({ q, pageSize: 100 }), q).toContain(String(i));
        }
      }
    });

    test("a space ends the word; a quote opened and not closed yet is no quote", async () => {
      await trial.index.index([doc("a", { text: "boycotts begin" }), doc("b", { text: "boycott ends" })]);
      expect(await find("boycott")).toEqual(["a", "b"]);
      expect(await find("boycott ")).toEqual(["b"]);
      expect(await find('"boycott ends')).toEqual(["b"]);
      expect(await find('"boycott ends"')).toEqual(["b"]);
      expect(await find('"boycott begin"')).toEqual([]);
    });

    test("slips: a letter more, less, changed, swapped; two in a long word; none in a short one", async () => {
      await trial.index.index([
        doc("en", { text: "Water meters in the harbour district" }),
        doc("ar", { text: "عدادات المياه في حي الميناء" }),
      ]);
      const slips = ["metters", "metrs", "mepers", "metres district", "harbuor", "distrct", "diistricct"];
      for (const q of slips) expect(await find(q), q).toEqual(["en"]);
      for (const q of ["عداددات", "عداات", "المياخ", "الميانء"]) expect(await find(q), q).toEqual(["ar"]);
      for (const q of ["wxter mxters xxx", "hix", "the tin", "hxrbxxr"]) expect(await find(q), q).toEqual([]);
    });

    test("a slip beside words that are right, under filters, on pages, with facets", async () => {
      await trial.index.index([
        doc("a", { text: "harbour bridge closed", language: "en", account: "one" }),
        doc("b", { text: "harbour bridge opened", language: "en", account: "two" }),
        doc("c", { text: "harbour bridge opened", language: "ar", account: "two" }),
      ]);
      expect(await find("harbuor closed")).toEqual(["a"]);
      expect(await find({ q: "harbuor bridge", filters: { language: ["en"] } })).toEqual(["a", "b"]);
      const { isFuzzy, total, hits, facets } = await trial.index.search({ q: "harbuor", page: 2, pageSize: 2 });
      expect([isFuzzy, total, hits.length]).toEqual([true, 3, 1]);
      expect(facets.account).toEqual([
        { value: "two", count: 2 },
        { value: "one", count: 1 },
      ]);
      // Quoted and exact words are meant as they stand.
      expect(await find('"harbuor bridge"')).toEqual([]);
      expect(await find({ q: "harbuor", exactSpelling: true })).toEqual([]);
    });

    test("nothing is forgiven while something is found", async () => {
      await trial.index.index([doc("rare", { text: "meterz" }), doc("usual", { text: "meters" })]);
      const { hits, isFuzzy } = await trial.index.search({ q: "meterz " });
      expect([hits.map((hit) => hit.id), isFuzzy]).toEqual([["post:rare"], false]);
    });
  });
}
