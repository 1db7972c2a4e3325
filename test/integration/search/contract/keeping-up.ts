import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { buildSearchDoc as doc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

export function describeKeepingUp(trial: Trial): void {
  const { find } = trial;
  describe("keeping up", () => {
    test("the same id again replaces, removal removes, unknown ids are fine", async () => {
      await trial.index.index([doc("a", { text: "first" })]);
      await trial.index.index([doc("a", { text: "second" }), doc("b", { text: "second" })]);
      expect(await find('"first"')).toEqual([]);
      expect(await find("second")).toEqual(["a", "b"]);
      await trial.index.remove(["post:a", "post:unknown"]);
      expect(await find("second")).toEqual(["b"]);
    });

    test("documents move to another phrasing without being read again; unknown ids are fine", async () => {
      const [before, after] = [randomUUID(), randomUUID()];
      await trial.index.index([doc("a", { phrasingId: before, copies: 2, text: "kept words" }), doc("b"), doc("c")]);
      await trial.index.patch([
        { id: "post:a", phrasingId: after, copies: 3 },
        { id: "post:b", phrasingId: after, copies: 3 },
        { id: "post:unknown", phrasingId: after, copies: 3 },
      ]);
      const { hits } = await trial.index.search({ q: "" });
      expect(hits.map((hit) => [hit.id.slice(5), hit.phrasingId, hit.copies]).sort()).toEqual([
        ["a", after, 3],
        ["b", after, 3],
        ["c", null, 1],
      ]);
      expect(await find({ q: "kept", filters: { phrasingId: [after] } })).toEqual(["a"]);
      expect(await find({ q: "", filters: { phrasingId: [before] } })).toEqual([]);
      await trial.index.patch([{ id: "post:a", phrasingId: null, copies: 1 }]);
      expect(await find({ q: "", filters: { phrasingId: [after] } })).toEqual(["b"]);
    });

    test("a rebuild takes the words of its batches and the phrasings that were patched meanwhile", async () => {
      const phrasingId = randomUUID();
      await trial.index.index([doc("a", { text: "old words" })]);
      async function* batches() {
        yield [doc("a", { text: "new words" })];
        await trial.index.patch([{ id: "post:a", phrasingId, copies: 4 }]);
      }
      await trial.index.reindex(batches());
      const { hits } = await trial.index.search({ q: "words", filters: { phrasingId: [phrasingId] } });
      expect(hits.map(({ text, copies }) => [text, copies])).toEqual([["new words", 4]]);
    });

    test("a rebuild replaces everything at once, while searches go on and newer writes survive", async () => {
      await trial.index.index([doc("old", { text: "word" }), doc("kept", { text: "word" })]);
      const during: string[][] = [];
      async function* batches() {
        yield [doc("kept", { text: "word" }), doc("new", { text: "word stale" })];
        during.push(await find("word"));
        await trial.index.index([doc("new", { text: "word fresh" })]);
        during.push(await find("word"));
        yield [doc("last", { text: "word" })];
      }
      expect(await trial.index.reindex(batches())).toEqual({ indexed: 3 });
      expect(during).toEqual([
        ["kept", "old"],
        ["kept", "new", "old"],
      ]);
      expect(await find("word")).toEqual(["kept", "last", "new"]);
      expect(await find("fresh")).toEqual(["new"]);
    });

    test("a rebuild that breaks changes nothing", async () => {
      await trial.index.index([doc("old", { text: "word" })]);
      async function* batches() {
        yield [doc("new", { text: "word" })];
        throw new Error("broken");
      }
      await expect(trial.index.reindex(batches())).rejects.toThrow("broken");
      expect(await find("word")).toEqual(["old"]);
    });

    test("says that it is well", async () => {
      expect(await trial.index.health()).toMatchObject({ ok: true });
    });
  });
}
