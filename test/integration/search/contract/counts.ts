import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { FACET_FIELDS, type SearchDoc, type SearchFilters, type SearchQuery } from "#lib/core/search/search-index";
import { buildSearchDoc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

const FAMILIES = Array.from({ length: 4 }, () => randomUUID());
const CASES = Array.from({ length: 3 }, () => randomUUID());
const subset = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });

const anyDoc = fc.record({
  kind: fc.constantFrom("post", "capture", "supplied"),
  platform: fc.constantFrom("x", "web", "demo_square"),
  account: fc.constantFrom("a", "b'c", 'd"e', "ف", null),
  hashtags: fc.subarray(["x", "مقاطعه_تويتر", "y z", "&|!"]),
  language: fc.constantFrom("ar", "en", null),
  outcome: fc.constantFrom("content", "deleted", null),
  caseIds: fc.subarray(CASES),
  wordingId: fc.constantFrom(null, ...FAMILIES.map((id) => `${id.slice(0, 35)}0`)),
  phrasingId: fc.constantFrom(null, null, ...FAMILIES),
  copies: fc.constantFrom(1, 1, 2, 12),
  suppliedBy: fc.constantFrom(null, "A reader", "قارئ: اسمه «س»", "x".repeat(300), `${"x".repeat(299)}y`),
  at: fc.integer({ min: 0, max: 300 }).map((hours) => new Date(Date.UTC(2018, 5, 1, hours)).toISOString()),
  word: fc.constantFrom("news", "أخبار", "news أخبار", "nothing"),
}) satisfies fc.Arbitrary<Partial<SearchDoc> & { word: string }>;

const anyFilters = fc.record(
  {
    kind: subset(["post", "capture", "supplied"] as const),
    platform: subset(["x", "web", "demo_square"]),
    account: subset(["a", "b'c", 'd"e', "ف", "nobody"]),
    hashtag: subset(["x", "مقاطعه_تويتر", "y z", "&|!"]),
    language: subset(["ar", "en"]),
    outcome: subset(["content", "deleted"]),
    caseId: subset(CASES),
    wordingId: subset(FAMILIES.map((id) => `${id.slice(0, 35)}0`)),
    phrasingId: subset(FAMILIES),
    suppliedBy: subset(["A reader", "قارئ: اسمه «س»", "x".repeat(300)]),
    hasCopies: fc.boolean(),
    from: fc.constantFrom("2018-06-03", "2018-06-09", "no day"),
    to: fc.constantFrom("2018-06-04", "2018-06-11", "2018-02-31x"),
  },
  { requiredKeys: [] },
) satisfies fc.Arbitrary<SearchFilters>;

/** What a filter means, said once more in the plainest way. */
function passes(doc: SearchDoc, filters: SearchFilters): boolean {
  const among = (values: readonly string[] | undefined, ...has: (string | null)[]) =>
    !values || has.some((value) => value !== null && values.includes(value));
  const day = doc.at.slice(0, 10);
  const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? "");
  return (
    among(filters.kind, doc.kind) &&
    among(filters.platform, doc.platform) &&
    among(filters.account, doc.account) &&
    among(filters.hashtag, ...doc.hashtags) &&
    among(filters.language, doc.language) &&
    among(filters.outcome, doc.outcome) &&
    among(filters.caseId, ...doc.caseIds) &&
    among(filters.wordingId, doc.wordingId) &&
    among(filters.phrasingId, doc.phrasingId) &&
    among(filters.suppliedBy, doc.suppliedBy) &&
    (!filters.hasCopies || doc.copies > 1) &&
    (!isDay(filters.from) || day >= filters.from) &&
    (!isDay(filters.to) || day <= filters.to)
  );
}

const valuesOf = (doc: SearchDoc, field: (typeof FACET_FIELDS)[number]): string[] => {
  if (field === "hashtag") return doc.hashtags;
  if (field === "caseId") return doc.caseIds;
  const value = doc[field];
  return value === null ? [] : [value];
};

/** Filters, facets, sorting and collapsing against a plain reading of the same documents. */
export function describeCounts(trial: Trial): void {
  describe("filters, facets, sorts and collapsing, all together", () => {
    let docs: SearchDoc[] = [];
    beforeEach(async () => {
      docs = fc
        .sample(anyDoc, { numRuns: 60, seed: 5 })
        .map(({ word, ...wish }, i) => buildSearchDoc(String(i).padStart(2, "0"), { text: `${word} ${i}`, ...wish }));
      await trial.index.index(docs);
    });

    const ask = (query: SearchQuery) => trial.index.search({ ...query, pageSize: 100 });
    const wanted = (word: string, filters: SearchFilters) =>
      docs.filter((doc) => doc.text.split(" ").includes(word) && passes(doc, filters));
    const question = fc.tuple(fc.constantFrom("news", "أخبار", "nothing"), anyFilters);

    test("what is found is what passes, and each value is counted", async () => {
      await fc.assert(
        fc.asyncProperty(question, async ([word, filters]) => {
          const found = await ask({ q: `"${word}"`, filters });
          const expected = wanted(word, filters);
          expect(found.hits.map((hit) => hit.id).sort()).toEqual(expected.map((doc) => doc.id).sort());
          expect([found.total, found.isTotalExact, found.facetSample]).toEqual([expected.length, true, null]);
          for (const field of FACET_FIELDS) {
            const counts = Map.groupBy(
              expected.flatMap((doc) => valuesOf(doc, field)),
              (value) => value,
            );
            const facet = found.facets[field];
            expect(new Map(facet.map(({ value, count }) => [value, count])), field).toEqual(
              new Map([...counts].map(([value, each]) => [value, each.length])),
            );
            expect(facet.map(({ count }) => count)).toEqual(facet.map(({ count }) => count).toSorted((a, b) => b - a));
          }
        }),
        { numRuns: 60, seed: 1 },
      );
    });

    test.each([{}, { collapse: true }, { exactSpelling: true }])(
      "of a facet only the wanted values are counted, however frequent others are: %j",
      async (how) => {
        const common = Array.from({ length: 25 }, (_, i) => `common_${i}`);
        const rare = ["rare_1", "rare_2", "rare_2"].map((tag, i) =>
          buildSearchDoc(`rare-${i}`, { text: `festival ${i}`, hashtags: [...common, tag] }),
        );
        const others = Array.from({ length: 3 }, (_, i) =>
          buildSearchDoc(`common-${i}`, { text: `festival other ${i}`, hashtags: common }),
        );
        await trial.index.index([...rare, ...others]);
        const values = ["rare_1", "rare_2", "absent"];
        const query = { q: "festival", filters: { hashtag: values }, pageSize: 1, ...how };
        const { facets } = await trial.index.search({ ...query, countOnly: { field: "hashtag", values } });
        expect(facets.hashtag).toEqual([
          { value: "rare_2", count: 2 },
          { value: "rare_1", count: 1 },
        ]);
        expect(facets.platform).toEqual([{ value: "x", count: 3 }]);
        expect((await trial.index.search(query)).facets.hashtag).toHaveLength(20);
      },
    );

    test("every sort keeps its promise, and pages continue each other", async () => {
      const sorted = fc.constantFrom("relevance", "newest", "oldest", "copies") as fc.Arbitrary<"newest">;
      await fc.assert(
        fc.asyncProperty(question, sorted, fc.boolean(), async ([word, filters], sort, collapse) => {
          const query = { q: `"${word}"`, filters, sort: sort as SearchQuery["sort"], collapse };
          const { hits } = await ask(query);
          const steps = hits.slice(1).map((hit, i) => [hits[i], hit] as const);
          for (const [before, after] of steps) {
            if (query.sort === "newest") expect((before?.at ?? "") >= after.at).toBe(true);
            if (query.sort === "oldest") expect((before?.at ?? "") <= after.at).toBe(true);
            if (query.sort === "copies") expect((before?.copies ?? 0) >= after.copies).toBe(true);
          }
          const paged: string[] = [];
          for (let page = 1; page <= Math.ceil(hits.length / 7) + 1; page++) {
            paged.push(...(await trial.index.search({ ...query, page, pageSize: 7 })).hits.map((hit) => hit.id));
          }
          expect(paged).toEqual(hits.map((hit) => hit.id));
        }),
        { numRuns: 25, seed: 2 },
      );
    });

    test("collapsed, the oldest stands for each phrasing; not compared, for each wording; without words, for itself", async () => {
      await fc.assert(
        fc.asyncProperty(question, async ([word, filters]) => {
          const families = Map.groupBy(wanted(word, filters), (doc) => doc.phrasingId ?? doc.wordingId ?? doc.id);
          const found = await ask({ q: `"${word}"`, filters, collapse: true });
          expect(found.total).toBe(families.size);
          const stands = new Map(found.hits.map((hit) => [hit.phrasingId ?? hit.wordingId ?? hit.id, hit.at]));
          const oldest = [...families].map(([family, all]) => [family, all.map((doc) => doc.at).sort()[0]] as const);
          expect(stands).toEqual(new Map(oldest));
        }),
        { numRuns: 40, seed: 3 },
      );
    });
  });
}
