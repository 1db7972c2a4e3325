import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { comparable } from "#lib/core/duplicates/relate";
import { bandsOf } from "#lib/core/duplicates/sketch";
import type { SearchDoc } from "#lib/core/search/search-index";
import { buildSearchDoc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

const LINE = "Nobody here will buy their milk until the price of bread comes down again in our district";

function post(name: string, text: string, wish: Partial<SearchDoc> = {}): SearchDoc {
  const bands = bandsOf(comparable(text).body);
  return buildSearchDoc(name, { text, bands, wordingId: randomUUID(), ...wish });
}

function like(text: string, limit = 10) {
  const { folded, body } = comparable(text);
  return { bands: bandsOf(body), words: [...new Set(folded.split(" ").filter(Boolean))], limit };
}

/** Proposals for what is like a text. */
export function describeLikeness(trial: Trial): void {
  const fill = async (docs: SearchDoc[]) => {
    await trial.record(docs);
    await trial.index.index(docs);
  };
  describe("wordings like a text", () => {
    test("the same, a template, a part of it; the likeliest first, each once", async () => {
      const same = post("same", LINE);
      const again = post("again", `${LINE} https://t.co/abc`, { wordingId: same.wordingId });
      const template = post("template", LINE.replace("milk", "fuel").replace("bread", "meat"));
      const part = post("part", "the price of bread comes down again in our district");
      const other = post("other", "Teachers of the harbour school have signed a statement about the new budget today");
      await fill([other, part, template, again, same]);
      const found = await trial.index.similar(like(LINE));
      expect(found[0]).toBe(same.wordingId);
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining([template.wordingId, part.wordingId]));
      expect(found).not.toContain(other.wordingId);
    });

    test("Arabic, whatever its spelling", async () => {
      const written = post("a", "لن نشتري الحليب من هذه الشركة حتى تعود أسعار الخبز كما كانت في حينا");
      const vowelled = "لَنْ نَشْتَرِيَ الحَلِيبَ من هذه الشركه حتـــى تعود اسعار الخبز كما كانت فى حينا";
      await fill([written, post("b", "افتتاح الجسر الجديد فوق الميناء غدا بحضور المجلس البلدي")]);
      expect((await trial.index.similar(like(vowelled)))[0]).toBe(written.wordingId);
    });

    test("two rare words are enough to propose; words that nobody has change nothing", async () => {
      const far = post(
        "far",
        "completely different words about zirconium and other things like quixotic plans of towns",
      );
      await fill([far, post("other", "an ordinary line about the weather in the harbour and the bridge")]);
      const words = ["zirconium", "quixotic", "unheardof", "neverwritten"];
      expect(await trial.index.similar({ bands: [], words, limit: 5 })).toEqual([far.wordingId]);
      expect(await trial.index.similar({ bands: [], words: ["unheardof", "neverwritten"], limit: 5 })).toEqual([]);
    });

    test("no more than asked for; nothing for nothing; what has no wording is not proposed", async () => {
      const many = Array.from({ length: 8 }, (_, i) => post(`m${i}`, `${LINE} ${"again ".repeat(i)}`));
      await fill([...many, post("bare", LINE, { wordingId: null })]);
      expect((await trial.index.similar(like(LINE, 3))).length).toBe(3);
      expect((await trial.index.similar(like(LINE, 50))).length).toBe(8);
      expect(await trial.index.similar({ bands: [], words: [], limit: 5 })).toEqual([]);
      expect(await trial.index.similar({ bands: [1, 2, 3], words: ["'); --", "a'b:*", ""], limit: 5 })).toEqual([]);
    });
  });
}
