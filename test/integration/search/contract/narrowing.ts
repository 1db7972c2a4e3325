import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { SearchQuery } from "#lib/core/search/search-index";
import { buildSearchDoc as doc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

export function describeNarrowing(trial: Trial): void {
  const { find } = trial;
  describe("filters, facets, order", () => {
    const wording = randomUUID();
    const family = randomUUID();
    const caseId = randomUUID();
    beforeEach(async () => {
      await trial.index.index([
        doc("1", { text: "news one", account: "a", hashtags: ["x", "y"], language: "ar", caseIds: [caseId] }),
        doc("2", {
          text: "news two",
          account: "b",
          hashtags: ["x"],
          language: "en",
          wordingId: wording,
          phrasingId: family,
          copies: 2,
        }),
        doc("3", {
          text: "news two",
          account: "a",
          language: "en",
          wordingId: wording,
          phrasingId: family,
          copies: 2,
          outcome: "deleted",
          at: "2018-07-04T23:59:59.000Z",
        }),
        doc("4", { text: "other", platform: "web", kind: "capture", account: null, language: null }),
        doc("5", {
          kind: "supplied",
          title: "Photo.png",
          text: "from the street",
          platform: "supplied",
          account: null,
          language: null,
          outcome: null,
          url: "",
          suppliedBy: "A reader",
        }),
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
      expect(await find({ q: "", filters: { phrasingId: [family] } })).toEqual(["2", "3"]);
      expect(await find({ q: "", filters: { suppliedBy: ["A reader"] } })).toEqual(["5"]);
      expect(await find({ q: "", filters: { hasCopies: true } })).toEqual(["2", "3"]);
      expect(await find({ q: "news", filters: { from: "2018-07-04", to: "2018-07-04" } })).toEqual(["3"]);
      expect(await find({ q: "news", filters: { to: "2018-07-03" } })).toEqual(["1", "2"]);
    });

    test("since a moment and until one, both included, within the days asked for", async () => {
      const at = (time: string) => `2018-07-03T${time}Z`;
      await trial.index.index([
        doc("early", { text: "clock", at: at("10:00:00.000") }),
        doc("noon", { text: "clock", at: at("12:00:00.001") }),
        doc("late", { text: "clock", at: at("14:00:00.000") }),
      ]);
      const found = async (filters: SearchQuery["filters"], q = "clock") =>
        (await trial.index.search({ q, sort: "oldest", filters })).hits
          .map((hit) => hit.id.slice(5))
          .filter((id) => ["early", "noon", "late"].includes(id));
      for (const q of ["clock", ""]) {
        expect(await found({ until: at("12:00:00.001") }, q)).toEqual(["early", "noon"]);
        expect(await found({ until: at("12:00:00.000") }, q)).toEqual(["early"]);
        expect(await found({ since: at("12:00:00.001") }, q)).toEqual(["noon", "late"]);
        expect(await found({ since: at("12:00:00.002") }, q)).toEqual(["late"]);
      }
      expect(await found({ since: at("12:00:00.001"), until: at("12:00:00.001") })).toEqual(["noon"]);
      expect(await found({ since: at("10:00:00.000"), to: "2018-07-02" })).toEqual([]);
      expect(await found({ until: at("14:00:00.000"), from: "2018-07-04" })).toEqual([]);
      expect(await found({ since: "nonsense", until: "" })).toEqual(["early", "noon", "late"]);
    });

    test("facets count under the present query and filters", async () => {
      const all = (await trial.index.search({ q: "" })).facets;
      expect(all.account).toEqual([
        { value: "a", count: 2 },
        { value: "b", count: 1 },
      ]);
      expect(all.kind).toEqual([
        { value: "post", count: 3 },
        { value: "capture", count: 1 },
        { value: "supplied", count: 1 },
      ]);
      expect(all.caseId).toEqual([{ value: caseId, count: 1 }]);
      expect(all.suppliedBy).toEqual([{ value: "A reader", count: 1 }]);
      const some = (await trial.index.search({ q: "news", filters: { language: ["en"] } })).facets;
      expect(some.hashtag).toEqual([{ value: "x", count: 1 }]);
      expect(some.outcome).toEqual([
        { value: "content", count: 1 },
        { value: "deleted", count: 1 },
      ]);
    });

    test("sorts", async () => {
      const order = async (sort: SearchQuery["sort"]) =>
        (await trial.index.search({ q: "", sort, filters: { kind: ["post"] } })).hits.map((hit) => hit.id.slice(5));
      expect((await order("newest"))[0]).toBe("3");
      expect((await order("oldest")).at(-1)).toBe("3");
      expect((await order("copies")).slice(0, 2)).toEqual(["2", "3"]);
    });

    test("one per phrasing: the oldest", async () => {
      const { hits, total } = await trial.index.search({ q: "news", collapse: true });
      expect(hits.map((hit) => hit.id.slice(5)).sort()).toEqual(["1", "2"]);
      expect(total).toBe(2);
    });

    test("pages hold everything once", async () => {
      await trial.index.index(Array.from({ length: 25 }, (_, i) => doc(`p${i}`, { text: "page" })));
      const seen: string[] = [];
      for (const page of [1, 2, 3]) {
        const result = await trial.index.search({ q: "page", page, pageSize: 10 });
        expect(result.total).toBe(25);
        seen.push(...result.hits.map((hit) => hit.id));
      }
      expect(new Set(seen).size).toBe(25);
      expect((await trial.index.search({ q: "page", page: 4, pageSize: 10 })).hits).toEqual([]);
    });
  });
}
