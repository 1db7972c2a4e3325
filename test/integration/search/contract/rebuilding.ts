import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { buildSearchDoc as doc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

/** A rebuild while people search and posts arrive. */
export function describeRebuilding(trial: Trial): void {
  const { find } = trial;
  describe("rebuilding", () => {
    test("every search meanwhile sees the old whole or the new whole", async () => {
      const old = Array.from({ length: 30 }, (_, i) => doc(`old${i}`, { text: "word", account: "old" }));
      const fresh = Array.from({ length: 40 }, (_, i) => doc(`new${i}`, { text: "word", account: "new" }));
      await trial.index.index(old);
      let isOver = false;
      const seen: string[] = [];
      const watch = (async () => {
        while (!isOver) {
          const { total, facets, hits } = await trial.index.search({ q: "word", pageSize: 100 });
          const accounts = [...new Set(hits.map((hit) => hit.account))];
          seen.push(
            `${accounts.join("+")} ${total} ${hits.length} ${facets.account.map(({ count }) => count).join("+")}`,
          );
          await turn();
        }
      })();
      async function* batches() {
        yield fresh.slice(0, 20);
        await turn();
        yield fresh.slice(20);
      }
      await trial.index.reindex(batches());
      isOver = true;
      await watch;
      expect(new Set([...seen, "old 30 30 30", "new 40 40 40"])).toEqual(new Set(["old 30 30 30", "new 40 40 40"]));
      expect((await find({ q: "word", pageSize: 100 })).length).toBe(40);
    });

    test("of nothing leaves nothing; twice is as good as once; writing goes on after it", async () => {
      async function* none() {}
      async function* some() {
        yield [doc("a", { text: "word" })];
        yield [];
        yield [doc("b", { text: "word" })];
      }
      await trial.index.index([doc("gone", { text: "word" })]);
      expect(await trial.index.reindex(none())).toEqual({ indexed: 0 });
      expect(await find("")).toEqual([]);
      expect(await trial.index.reindex(some())).toEqual({ indexed: 2 });
      expect(await trial.index.reindex(some())).toEqual({ indexed: 2 });
      await trial.index.index([doc("c", { text: "word" })]);
      await trial.index.remove(["post:a"]);
      expect(await find("word")).toEqual(["b", "c"]);
      expect(await trial.index.health()).toMatchObject({ ok: true });
    });

    test("slips are forgiven after it too", async () => {
      async function* some() {
        yield [doc("a", { text: "harbour bridge" })];
      }
      await trial.index.reindex(some());
      expect(await find("harbuor")).toEqual(["a"]);
    });
  });
}
