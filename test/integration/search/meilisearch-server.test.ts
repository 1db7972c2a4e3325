import { createServer } from "node:net";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { connect, finish } from "#lib/adapters/search/meilisearch/client";
import { toStored } from "#lib/adapters/search/meilisearch/documents";
import { deriveKeys, findMissingRights } from "#lib/adapters/search/meilisearch/keys";
import { openMeilisearch } from "#lib/adapters/search/meilisearch/open-index";
import { buildingUid, createdAt, createEmpty } from "#lib/adapters/search/meilisearch/rebuild";
import { bodyOf } from "#lib/core/duplicates/body";
import { bandsOf } from "#lib/core/duplicates/sketch";
import type { SearchDoc } from "#lib/core/search/search-index";
import { foldText } from "#lib/core/text/fold";
import { buildSearchDoc as doc } from "#test/builders/search-doc";
import { meiliIndex } from "#test/setup/meilisearch-index";

const meili = await meiliIndex();
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

describe.skipIf(!meili.isThere)("a real Meilisearch", () => {
  beforeEach(meili.empty);
  afterAll(meili.remove);

  const find = async (q: string) => (await meili.index.search({ q })).hits.map((hit) => hit.id.slice(5)).sort();

  describe("keys", () => {
    test("the web server's can search, and nothing else; the worker's lacks nothing", async () => {
      await meili.worker.index.index([doc("a", { text: "word" })]);
      expect(await find("word")).toEqual(["a"]);
      const web = connect(meili.url, meili.keys.search, meili.uid).write;
      const ours = web.index(meili.uid);
      for (const attempt of [
        () => ours.addDocuments([{ id: "b" }]),
        () => ours.deleteAllDocuments(),
        () => ours.getDocuments(),
        () => ours.getSettings(),
        () => ours.updateSettings({ stopWords: ["a"] }),
        () => web.createIndex(`${meili.uid}_other`),
        () => web.getRawIndexes(),
        () => web.swapIndexes([{ indexes: [meili.uid, buildingUid(meili.admin)], rename: false }]),
        () => web.getKeys(),
        () => web.tasks.getTasks(),
        () => web.index("somebody_elses").search(""),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ cause: { code: "invalid_api_key" } });
      }
      const worker = connect(meili.url, meili.keys.indexing, meili.uid).write;
      for (const attempt of [
        () => worker.getKeys(),
        () => worker.createKey({ actions: ["*"], indexes: ["*"], expiresAt: null }),
        () => worker.index("somebody_elses").search(""),
        () => worker.index("somebody_elses").addDocuments([{ id: "b" }]),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ cause: { code: "invalid_api_key" } });
      }
      expect(await findMissingRights(meili.url, meili.keys.indexing, meili.uid)).toEqual([]);
      expect(await findMissingRights(meili.url, meili.keys.search, meili.uid)).toContain("documents.add");
    });

    test("are found again, not made again; one with other rights is put right", async () => {
      expect(await deriveKeys(meili.url, meili.key, meili.uid)).toEqual({ ...meili.keys, isGiven: false });
      const ours = async () =>
        (await meili.admin.write.getKeys({ limit: 1_000 })).results.filter(({ indexes }) =>
          indexes.includes(meili.uid),
        );
      const before = await ours();
      expect(before).toHaveLength(2);
      const search = before.find(({ key }) => key === meili.keys.search);
      await meili.admin.write.deleteKey(search?.uid ?? "");
      await meili.admin.write.createKey({
        uid: search?.uid ?? "",
        actions: ["*"],
        indexes: [meili.uid],
        expiresAt: null,
      });
      await deriveKeys(meili.url, meili.key, meili.uid);
      expect((await ours()).find(({ uid }) => uid === search?.uid)).toMatchObject({ actions: ["search"] });
    });

    test("one that cannot make others is used as it is", async () => {
      const given = meili.keys.indexing;
      expect(await deriveKeys(meili.url, given, meili.uid)).toEqual({ search: given, indexing: given, isGiven: true });
    });

    test("a wrong one is a sentence", async () => {
      const { index } = openMeilisearch({ ...meili, key: "wrong", exclusively: (_, work) => work() });
      expect(await index.health()).toMatchObject({ ok: false, detail: expect.stringContaining("API key is invalid") });
      await expect(index.search({ q: "x" })).rejects.toMatchObject({ code: "search_down" });
      await expect(index.index([doc("a")])).rejects.toMatchObject({ code: "search_down" });
    });
  });

  describe("tasks", () => {
    test("a failed one is thrown with its own sentence, and nothing of its documents is there", async () => {
      const bad = { ...doc("a", { text: "word" }), id: "post:not allowed!" };
      await expect(meili.index.index([bad, doc("b", { text: "word" })])).rejects.toMatchObject({
        code: "internal",
        message: expect.stringContaining("not allowed!"),
      });
      expect(await find("word")).toEqual([]);
    });

    test("no index is the server's trouble, not the document's", async () => {
      await meili.remove();
      await expect(meili.index.search({ q: "word" })).rejects.toMatchObject({ code: "search_down" });
      await expect(meili.index.remove(["post:a"])).rejects.toMatchObject({ code: "search_down" });
      expect(await meili.index.health()).toMatchObject({ ok: false });
    });
  });

  describe("rebuilding", () => {
    const rebuild = (...docs: SearchDoc[]) =>
      meili.index.reindex(
        (async function* () {
          yield docs;
        })(),
      );

    test("what was removed meanwhile stays removed, also when its batch comes later", async () => {
      await meili.index.index([doc("gone", { text: "word" }), doc("back", { text: "word" })]);
      async function* batches() {
        await meili.index.remove(["post:gone", "post:back"]);
        await meili.index.index([doc("back", { text: "word again" })]);
        yield [doc("gone", { text: "word" }), doc("back", { text: "word" }), doc("other", { text: "word" })];
      }
      await meili.index.reindex(batches());
      expect(await find("word")).toEqual(["back", "other"]);
      expect(await find("again")).toEqual(["back"]);
      expect((await meili.index.search({ q: "" })).total).toBe(2);
    });

    test("gives the index another identity, leaves nothing beside it, and clears away what a crash left", async () => {
      await createEmpty(meili.admin, buildingUid(meili.admin));
      await finish(meili.admin.write, () =>
        meili.admin.write.index(buildingUid(meili.admin)).addDocuments([toStored(doc("half"), null)]),
      );
      const before = await meili.worker.identity();
      await rebuild(doc("a", { text: "word" }));
      expect(await find("")).toEqual(["a"]);
      expect(await meili.worker.identity()).not.toBe(before);
      expect(await createdAt(meili.admin, buildingUid(meili.admin))).toBeNull();
      await createEmpty(meili.admin, buildingUid(meili.admin));
      await meili.worker.tidy();
      expect(await createdAt(meili.admin, buildingUid(meili.admin))).toBeNull();
    });

    test("works where there is no index yet", async () => {
      await meili.remove();
      expect(await meili.worker.identity()).toBeNull();
      await rebuild(doc("a", { text: "word" }));
      expect(await find("word")).toEqual(["a"]);
    });
  });

  describe("what Meilisearch would get wrong by itself", () => {
    test("more than ten words all count", async () => {
      const words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
      await meili.index.index([
        doc("all", { text: words }),
        doc("but_one", { text: words.replace("two ", "") }),
        doc("begun", { text: `${words}th` }),
      ]);
      expect(await find(words)).toEqual(["all", "begun"]);
      expect(await find(`${words} `)).toEqual(["all"]);
      expect(await find(`"${words}"`)).toEqual(["all"]);
    });

    test("a long phrase stands in one place", async () => {
      await meili.index.index([doc("apart", { text: "a b x b c y a z c" }), doc("together", { text: "x a b c y" })]);
      expect(await find('"a b c"')).toEqual(["together"]);
    });

    test("a word finds itself whatever language its text is taken for", async () => {
      const texts = [
        "تويتر",
        "مقاطعة تويتر",
        "كتابك الفارسي تويتر",
        "تويتر في ايران برنامج کتاب",
        "قال لي: تويتر الآن",
      ];
      await meili.index.index(texts.map((text, i) => doc(String(i), { text })));
      expect(await find("تويتر")).toEqual(["0", "1", "2", "3", "4"]);
      expect(await find('"تويتر"')).toEqual(["0", "1", "2", "3", "4"]);
    });

    test("«ان» is not in «الان», nor «له» in «الله»", async () => {
      await meili.index.index([
        doc("now", { text: "الآن" }),
        doc("that", { text: "إن" }),
        doc("god", { text: "الله" }),
      ]);
      expect(await find("ان ")).toEqual(["that"]);
      expect(await find("له ")).toEqual([]);
      expect(await find("ال")).toEqual(["god", "now"]);
    });

    test("a number with one digit changed is another number", async () => {
      await meili.index.index([doc("a", { text: "رفعت 3500 دعوى" })]);
      expect(await find("3600 ")).toEqual([]);
      expect(await find("دعاوى 3500 ")).toEqual(["a"]);
      expect(await find("دعاوى 3600 ")).toEqual([]);
    });
  });

  describe("similar texts", () => {
    const written = (n: number, text: string) =>
      doc(`w${n}`, { text, wordingId: uuid(n), bands: bandsOf(bodyOf(text)) });
    const like = (text: string, limit = 10) =>
      meili.index.similar({ bands: bandsOf(bodyOf(text)), words: [...new Set(foldText(text).split(" "))], limit });

    test("by sketch, then by the rarest words; each wording once", async () => {
      const message = "لن نشتري من هذه الشركة بعد اليوم فقاطعوا منتجاتها جميعا في كل الأسواق";
      const filler = Array.from({ length: 40 }, (_, i) =>
        written(100 + i, `خبر رقم ${i} عن هذه الشركة في الأسواق اليوم`),
      );
      await meili.index.index([
        written(1, message),
        { ...written(1, message), id: "post:copy" },
        written(2, `${message} الآن`),
        written(3, "قال إنهم لن يشتروا فقاطعوا منتجاتها"),
        ...filler,
      ]);
      const found = await like(message);
      expect(found.slice(0, 2).sort()).toEqual([uuid(1), uuid(2)]);
      expect(found[2]).toBe(uuid(3));
      expect(new Set(found).size).toBe(found.length);
      expect((await like(message, 1)).length).toBe(1);
    });

    test("nothing to go by finds nothing", async () => {
      await meili.index.index([written(1, "some words")]);
      expect(await meili.index.similar({ bands: [], words: [], limit: 5 })).toEqual([]);
      expect(await meili.index.similar({ bands: [], words: ["unheard"], limit: 5 })).toEqual([]);
      expect(await meili.index.similar({ bands: [1, -2, 2_147_483_647], words: [], limit: 5 })).toEqual([]);
    });
  });

  test("a server that takes connections and says nothing is down after a moment", async () => {
    const silent = createServer((socket) => socket.on("error", () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as { port: number };
    const timeouts = { searchTimeoutMs: 200, writeTimeoutMs: 200 };
    const url = `http://127.0.0.1:${port}`;
    const { index } = openMeilisearch({ ...meili, url, key: "k", timeouts, exclusively: (_, work) => work() });
    const down = { code: "search_down", message: expect.stringContaining("no answer in time") };
    await expect(index.search({ q: "x" })).rejects.toMatchObject(down);
    await expect(index.index([doc("a")])).rejects.toMatchObject(down);
    expect((await index.health()).ok).toBe(false);
    silent.close();
  });
});
