import { describe, expect, test } from "vitest";
import { buildSearchDoc as doc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

export function describeWords(trial: Trial): void {
  const { find, marked } = trial;
  describe("words", () => {
    test("Arabic spellings find each other", async () => {
      await trial.index.index([
        doc("plain", { text: "قاطعوا الشركه الان" }),
        doc("vowels", { text: "قاطِعُوا الشَّرِكَةَ الآنَ" }),
        doc("other", { text: "خبر آخر" }),
      ]);
      for (const q of ["الشركة", "شركه", "الشَّرِكة", "الشـــركة", "قاطعوا الآن"]) {
        expect(await find(q), q).toEqual(["plain", "vowels"]);
      }
    });

    test("names: the author's, and those a text mentions", async () => {
      await trial.index.index([
        doc("by", { account: "palm_desk", accountName: "Palm Desk", text: "good evening" }),
        doc("to", { account: "reader", text: "hello @palm_desk friends" }),
        doc("passed", { account: "other", text: "RT @palm_desk: good evening" }),
      ]);
      for (const q of ["@palm_desk", "palm_desk", '"palm desk"', "hello @palm_desk"]) {
        expect(await find(q), q).toEqual(q.startsWith("hello") ? ["to"] : ["by", "passed", "to"]);
      }
      expect(await marked("hello @palm_desk")).toEqual(["hello", "@palm_desk"]);
      expect(await find({ q: "@palm_desk", exactSpelling: true })).toEqual(["by", "passed", "to"]);
      expect(await find({ q: '"Palm Desk"', exactSpelling: true })).toEqual(["by"]);
    });

    test("look-alike letters of another alphabet, typed or archived", async () => {
      await trial.index.index([
        doc("plain", { text: "the moon bridge is closed" }),
        doc("disguised", { text: "the mооn bridge is closed" }),
        doc("russian", { text: "мост закрыт" }),
      ]);
      for (const q of ["moon bridge", "mооn bridge", '"mооn bridge"'])
        expect(await find(q), q).toEqual(["disguised", "plain"]);
      expect(await marked("moon closed")).toEqual(["moon", "closed", "mооn", "closed"]);
      expect(await find({ q: "mооn", exactSpelling: true })).toEqual(["disguised"]);
      expect(await find("мост")).toEqual(["russian"]);
    });

    test("with and without the article", async () => {
      await trial.index.index([
        doc("bare", { text: "مقاطعة واسعة" }),
        doc("article", { text: "المقاطعة مستمرة" }),
        doc("with", { text: "فازوا بالمقاطعة" }),
        doc("to", { text: "دعوا للمقاطعة" }),
        doc("god", { text: "الله أكبر" }),
      ]);
      for (const q of ["مقاطعة", "المقاطعة", "بالمقاطعة"]) {
        expect(await find(q), q).toEqual(["article", "bare", "to", "with"]);
      }
      expect(await find("الله")).toEqual(["god"]);
      expect(await find('"له"')).toEqual([]);
    });

    test("digits of every alphabet, tatweel, drawn-out letters, Persian letters", async () => {
      await trial.index.index([
        doc("a", { text: "رفعت ٣٥٠٠ دعوى" }),
        doc("b", { text: "رفعت 3500 دعوى" }),
        doc("c", { text: "۳۵۰۰ نفر" }),
        doc("d", { text: "مبرووووك يا كـــويت" }),
        doc("e", { text: "کتاب فارسی" }),
      ]);
      expect(await find("3500")).toEqual(["a", "b", "c"]);
      expect(await find("٣٥٠٠")).toEqual(["a", "b", "c"]);
      expect(await find("مبروك")).toEqual(["d"]);
      expect(await find("كويت")).toEqual(["d"]);
      expect(await find("كتاب فارسي")).toEqual(["e"]);
    });

    test("words inside hashtags, names of accounts, titles", async () => {
      await trial.index.index([
        doc("tag", { text: "#مقاطعة_تويتر فورا" }),
        doc("name", { text: "x", account: "palm_desk", accountName: "غرفة النخيل" }),
        doc("title", { title: "تحقيق طويل", text: "y" }),
      ]);
      expect(await find("تويتر")).toEqual(["tag"]);
      expect(await find("#مقاطعة_تويتر")).toEqual(["tag"]);
      expect(await find("@palm_desk")).toEqual(["name"]);
      expect(await find("النخيل")).toEqual(["name"]);
      const { hits } = await trial.index.search({ q: "تحقيق" });
      expect(hits[0]?.titleRanges).toEqual([{ start: 0, end: 5 }]);
    });

    test("all words must be there; the last may be a beginning", async () => {
      await trial.index.index([doc("a", { text: "Boycott the company" }), doc("b", { text: "The company denies" })]);
      expect(await find("boycott comp")).toEqual(["a"]);
      expect(await find("comp")).toEqual(["a", "b"]);
      expect(await find("comp ")).toEqual([]);
      expect(await find("comp denies")).toEqual([]);
    });

    test("a title weighs more than a text", async () => {
      await trial.index.index([
        doc("text", { text: "flood flood", at: "2019-01-01T00:00:00.000Z" }),
        doc("title", { title: "Flood", text: "water" }),
      ]);
      const { hits } = await trial.index.search({ q: "flood" });
      expect(hits.map((hit) => hit.id)).toEqual(["post:title", "post:text"]);
    });

    test("nothing typed lists everything, newest first", async () => {
      await trial.index.index([doc("old", { at: "2017-01-01T00:00:00.000Z" }), doc("new")]);
      const { hits, total } = await trial.index.search({ q: "  " });
      expect([hits.map((hit) => hit.id), total]).toEqual([["post:new", "post:old"], 2]);
    });

    test("what folds to nothing is looked for as it stands", async () => {
      await trial.index.index([doc("fire", { text: "خبر 🔥" }), doc("cold", { text: "خبر" })]);
      expect(await find("🔥")).toEqual(["fire"]);
      expect(await find("https://x.com/i/status/cold")).toEqual(["cold"]);
      expect(await marked("🔥")).toEqual(["🔥"]);
    });
  });
}
