import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { SearchDoc, SearchIndex, SearchQuery } from "#lib/core/search/search-index";

/** A document with everything but what the test is about. The id is the word given, so that tests read well. */
export function doc(name: string, wish: Partial<SearchDoc> = {}): SearchDoc {
  return {
    id: `post:${name}`,
    kind: "post",
    entityId: randomUUID(),
    title: null,
    text: "",
    platform: "x",
    account: "sample_one",
    accountName: "Sample One",
    hashtags: [],
    language: "ar",
    outcome: "content",
    url: `https://x.com/i/status/${name}`,
    captureId: null,
    caseIds: [],
    wordingId: null,
    copies: 1,
    at: "2018-07-03T14:02:00.000Z",
    ...wish,
  };
}

/**
 * What every engine must do.
 * @param openEmpty an engine whose index is empty.
 */
export function describeSearchIndex(name: string, openEmpty: () => Promise<SearchIndex>): void {
  describe(`search index: ${name}`, () => {
    let index: SearchIndex;
    beforeEach(async () => {
      index = await openEmpty();
    });

    const find = async (query: SearchQuery | string) => {
      const result = await index.search(typeof query === "string" ? { q: query } : query);
      return result.hits.map((hit) => hit.id.replace("post:", "")).sort();
    };
    const marked = async (query: SearchQuery | string) => {
      const result = await index.search(typeof query === "string" ? { q: query } : query);
      return result.hits.flatMap((hit) => hit.ranges.map(({ start, end }) => hit.text.slice(start, end)));
    };

    describe("words", () => {
      test("Arabic spellings find each other", async () => {
        await index.index([
          doc("plain", { text: "قاطعوا الشركه الان" }),
          doc("vowels", { text: "قاطِعُوا الشَّرِكَةَ الآنَ" }),
          doc("other", { text: "خبر آخر" }),
        ]);
        for (const q of ["الشركة", "شركه", "الشَّرِكة", "الشـــركة", "قاطعوا الآن"]) {
          expect(await find(q), q).toEqual(["plain", "vowels"]);
        }
      });

      test("with and without the article", async () => {
        await index.index([
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
        await index.index([
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
        await index.index([
          doc("tag", { text: "#مقاطعة_تويتر فورا" }),
          doc("name", { text: "x", account: "palm_desk", accountName: "غرفة النخيل" }),
          doc("title", { title: "تحقيق طويل", text: "y" }),
        ]);
        expect(await find("تويتر")).toEqual(["tag"]);
        expect(await find("#مقاطعة_تويتر")).toEqual(["tag"]);
        expect(await find("@palm_desk")).toEqual(["name"]);
        expect(await find("النخيل")).toEqual(["name"]);
        const { hits } = await index.search({ q: "تحقيق" });
        expect(hits[0]?.titleRanges).toEqual([{ start: 0, end: 5 }]);
      });

      test("all words must be there; the last may be a beginning", async () => {
        await index.index([doc("a", { text: "Boycott the company" }), doc("b", { text: "The company denies" })]);
        expect(await find("boycott comp")).toEqual(["a"]);
        expect(await find("comp")).toEqual(["a", "b"]);
        expect(await find("comp ")).toEqual([]);
        expect(await find("comp denies")).toEqual([]);
      });

      test("a title weighs more than a text", async () => {
        await index.index([
          doc("text", { text: "flood flood", at: "2019-01-01T00:00:00.000Z" }),
          doc("title", { title: "Flood", text: "water" }),
        ]);
        const { hits } = await index.search({ q: "flood" });
        expect(hits.map((hit) => hit.id)).toEqual(["post:title", "post:text"]);
      });

      test("nothing typed lists everything, newest first", async () => {
        await index.index([doc("old", { at: "2017-01-01T00:00:00.000Z" }), doc("new")]);
        const { hits, total } = await index.search({ q: "  " });
        expect([hits.map((hit) => hit.id), total]).toEqual([["post:new", "post:old"], 2]);
      });

      test("what folds to nothing is looked for as it stands", async () => {
        await index.index([doc("fire", { text: "خبر 🔥" }), doc("cold", { text: "خبر" })]);
        expect(await find("🔥")).toEqual(["fire"]);
        expect(await find("https://x.com/i/status/cold")).toEqual(["cold"]);
        expect(await marked("🔥")).toEqual(["🔥"]);
      });
    });

    describe("exactness", () => {
      test("quoted words stand together, folded, with or without the article", async () => {
        await index.index([
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
        await index.index([
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
        await index.index([doc("a", { text: "Boycott the company" }), doc("b", { text: "المقاطعة مستمرة" })]);
        const typo = await index.search({ q: "boykott company" });
        expect([typo.isFuzzy, typo.total, typo.hits[0]?.id]).toEqual([true, 1, "post:a"]);
        expect(await marked("boykott company")).toEqual(["Boycott", "company"]);
        expect(await find("المقاطععة مستمرة")).toEqual(["b"]);
        expect((await index.search({ q: "boycott" })).isFuzzy).toBe(false);
        const none = await index.search({ q: "zzzzzzzz" });
        expect([none.isFuzzy, none.total]).toEqual([false, 0]);
        expect(await find({ q: "boykott", exactSpelling: true })).toEqual([]);
      });
    });

    describe("highlights on the original", () => {
      test("vowel signs and tatweel inside and after the word, in lines of both directions", async () => {
        const text = "He said «المُقاطَعَـــةُ» works. RT @x: قاطِعُوا https://t.co/abc THE company, الشركة!";
        await index.index([doc("a", { text })]);
        expect(await marked("مقاطعة")).toEqual(["المُقاطَعَـــةُ"]);
        expect(await marked("company الشركه قاطعوا")).toEqual(["قاطِعُوا", "company", "الشركة"]);
        expect(await marked('"the company"')).toEqual(["THE company"]);
        expect(await marked("comp")).toEqual(["company"]);
      });

      test("one character that folds to many", async () => {
        await index.index([doc("a", { text: "قال النبي ﷺ هذا" })]);
        expect(await marked("وسلم")).toEqual(["ﷺ"]);
      });
    });

    describe("filters, facets, order", () => {
      const wording = randomUUID();
      const caseId = randomUUID();
      beforeEach(async () => {
        await index.index([
          doc("1", { text: "news one", account: "a", hashtags: ["x", "y"], language: "ar", caseIds: [caseId] }),
          doc("2", { text: "news two", account: "b", hashtags: ["x"], language: "en", wordingId: wording, copies: 2 }),
          doc("3", {
            text: "news two",
            account: "a",
            language: "en",
            wordingId: wording,
            copies: 2,
            outcome: "deleted",
            at: "2018-07-04T23:59:59.000Z",
          }),
          doc("4", { text: "other", platform: "web", kind: "capture", account: null, language: null }),
        ]);
      });

      test("filters join with and, their values with or", async () => {
        expect(await find({ q: "", filters: { account: ["a"] } })).toEqual(["1", "3"]);
        expect(await find({ q: "", filters: { account: ["a", "b"], language: ["en"] } })).toEqual(["2", "3"]);
        expect(await find({ q: "", filters: { hashtag: ["y", "z"] } })).toEqual(["1"]);
        expect(await find({ q: "", filters: { kind: ["capture"] } })).toEqual(["4"]);
        expect(await find({ q: "", filters: { platform: ["web"] } })).toEqual(["4"]);
        expect(await find({ q: "", filters: { outcome: ["deleted"] } })).toEqual(["3"]);
        expect(await find({ q: "", filters: { caseId: [caseId] } })).toEqual(["1"]);
        expect(await find({ q: "", filters: { wordingId: [wording] } })).toEqual(["2", "3"]);
        expect(await find({ q: "", filters: { hasCopies: true } })).toEqual(["2", "3"]);
        expect(await find({ q: "news", filters: { from: "2018-07-04", to: "2018-07-04" } })).toEqual(["3"]);
        expect(await find({ q: "news", filters: { to: "2018-07-03" } })).toEqual(["1", "2"]);
      });

      test("facets count under the present query and filters", async () => {
        const all = (await index.search({ q: "" })).facets;
        expect(all.account).toEqual([
          { value: "a", count: 2 },
          { value: "b", count: 1 },
        ]);
        expect(all.kind).toEqual([
          { value: "post", count: 3 },
          { value: "capture", count: 1 },
        ]);
        const some = (await index.search({ q: "news", filters: { language: ["en"] } })).facets;
        expect(some.hashtag).toEqual([{ value: "x", count: 1 }]);
        expect(some.outcome).toEqual([
          { value: "content", count: 1 },
          { value: "deleted", count: 1 },
        ]);
      });

      test("sorts", async () => {
        const order = async (sort: SearchQuery["sort"]) =>
          (await index.search({ q: "", sort, filters: { kind: ["post"] } })).hits.map((hit) => hit.id.slice(5));
        expect((await order("newest"))[0]).toBe("3");
        expect((await order("oldest")).at(-1)).toBe("3");
        expect((await order("copies")).slice(0, 2)).toEqual(["2", "3"]);
      });

      test("one per wording: the oldest", async () => {
        const { hits, total } = await index.search({ q: "news", collapse: true });
        expect(hits.map((hit) => hit.id.slice(5)).sort()).toEqual(["1", "2"]);
        expect(total).toBe(2);
      });

      test("pages hold everything once", async () => {
        await index.index(Array.from({ length: 25 }, (_, i) => doc(`p${i}`, { text: "page" })));
        const seen: string[] = [];
        for (const page of [1, 2, 3]) {
          const result = await index.search({ q: "page", page, pageSize: 10 });
          expect(result.total).toBe(25);
          seen.push(...result.hits.map((hit) => hit.id));
        }
        expect(new Set(seen).size).toBe(25);
        expect((await index.search({ q: "page", page: 4, pageSize: 10 })).hits).toEqual([]);
      });
    });

    describe("keeping up", () => {
      test("the same id again replaces, removal removes, unknown ids are fine", async () => {
        await index.index([doc("a", { text: "first" })]);
        await index.index([doc("a", { text: "second" }), doc("b", { text: "second" })]);
        expect(await find('"first"')).toEqual([]);
        expect(await find("second")).toEqual(["a", "b"]);
        await index.remove(["post:a", "post:unknown"]);
        expect(await find("second")).toEqual(["b"]);
      });

      test("counts of copies reach every document of the wording", async () => {
        const wordingId = randomUUID();
        await index.index([doc("a", { wordingId }), doc("b", { wordingId }), doc("c")]);
        await index.setCopies([{ wordingId, copies: 3 }]);
        const { hits } = await index.search({ q: "" });
        expect(hits.map((hit) => [hit.id.slice(5), hit.copies]).sort()).toEqual([
          ["a", 3],
          ["b", 3],
          ["c", 1],
        ]);
      });

      test("a rebuild replaces everything at once, while searches go on and newer writes survive", async () => {
        await index.index([doc("old", { text: "word" }), doc("kept", { text: "word" })]);
        const during: string[][] = [];
        async function* batches() {
          yield [doc("kept", { text: "word" }), doc("new", { text: "word stale" })];
          during.push(await find("word"));
          await index.index([doc("new", { text: "word fresh" })]);
          during.push(await find("word"));
          yield [doc("last", { text: "word" })];
        }
        expect(await index.reindex(batches())).toEqual({ indexed: 3 });
        expect(during).toEqual([
          ["kept", "old"],
          ["kept", "new", "old"],
        ]);
        expect(await find("word")).toEqual(["kept", "last", "new"]);
        expect(await find("fresh")).toEqual(["new"]);
      });

      test("a rebuild that breaks changes nothing", async () => {
        await index.index([doc("old", { text: "word" })]);
        async function* batches() {
          yield [doc("new", { text: "word" })];
          throw new Error("broken");
        }
        await expect(index.reindex(batches())).rejects.toThrow("broken");
        expect(await find("word")).toEqual(["old"]);
      });

      test("says that it is well", async () => {
        expect(await index.health()).toMatchObject({ ok: true });
      });
    });

    describe("hostile input", () => {
      const anything = fc.oneof(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.array(
          fc.constantFrom("'", '"', "\\", "&", "|", "!", "(", ")", ":", "*", "<->", "<%", "%", "\0", "\ud800", "--", ";"),
          { maxLength: 20 },
        ).map((parts) => parts.join("")),
        fc.constantFrom("'); DROP TABLE search_document; --", "a' | 'b':*", "ا".repeat(100_000), '"'.repeat(999), "ب ".repeat(5_000)),
      ); // biome-ignore format: traps in rows

      test("no query breaks it", async () => {
        await index.index([doc("a", { text: "still here" })]);
        await fc.assert(
          fc.asyncProperty(anything, fc.boolean(), anything, async (q, exactSpelling, value) => {
            const filters = { account: [value], hashtag: [value], wordingId: [value], caseId: [value], from: value };
            await index.search({ q, exactSpelling });
            await index.search({ q, exactSpelling, collapse: true, filters, page: -1, pageSize: 1e9 });
          }),
          { numRuns: 60 },
        );
        expect(await find("still")).toEqual(["a"]);
      });

      test("no document breaks it, and its offsets stay inside", async () => {
        await fc.assert(
          fc.asyncProperty(anything, anything, async (text, title) => {
            await index.index([doc("hostile", { text: `${text} anchor ${title}`, title, accountName: text })]);
            const { hits } = await index.search({ q: "anchor" });
            for (const { start, end } of hits[0]?.ranges ?? []) {
              expect(hits[0]?.text.slice(start, end).length).toBeGreaterThan(0);
            }
          }),
          { numRuns: 40 },
        );
      });
    });
  });
}
