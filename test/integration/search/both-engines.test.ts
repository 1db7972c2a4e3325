import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SearchDoc, SearchQuery, SearchResult } from "#lib/core/search/search-index";
import { postgresIndex } from "#lib/data/search/postgres-index";
import { buildSearchDoc } from "#test/builders/search-doc";
import { meiliIndex } from "#test/setup/meilisearch-index";

const server = await meiliIndex();

const PIECES = [
  "مقاطعة", "المقاطعة", "بالمُقاطعة", "للمقاطعه", "الشركة", "شركه", "الألمان", "ألمان", "الله", "له", "الآن", "ان", "مبرووووك", "مبروك",
  "٣٥٠٠", "3500", "قطر", "كـــويت", "#مقاطعة_تويتر", "company", "Companies", "THE", "the", "boycott", "boycotts", "don't", "new", "york",
  "🔥", "❤️", "👨‍👩‍👧", "!", "؟", "https://t.co/Abc1", "https://news.example.org/a/b?c=1", "@palm_desk", "RT @x:", "a", "و", "covid19",
]; // biome-ignore format: words in rows

const piece = fc.constantFrom(...PIECES);
const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(" "));
const typed = fc.oneof(
  piece,
  piece.map((word) => word.slice(0, Math.max(1, word.length - 2))),
);
const q = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: typed },
      fc.array(piece, { minLength: 1, maxLength: 4 }).map((run) => `"${run.join(" ")}"`),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(" "));

/** What both engines must say alike, whatever their order: everything is on one page. */
function sayings({ hits, total, facets }: SearchResult) {
  return { hits: [...hits].sort((a, b) => (a.id < b.id ? -1 : 1)), total, facets };
}

describe.skipIf(!server.isThere)("both engines", () => {
  const meili = server.index;

  beforeAll(async () => {
    await server.empty();
    const families = Array.from({ length: 12 }, () => randomUUID());
    const docs: SearchDoc[] = fc
      .sample(fc.tuple(text, text, fc.nat(11), fc.nat(400)), { numRuns: 90, seed: 4 })
      .map(([body, title, family, day], i) =>
        buildSearchDoc(`d${i}`, {
          text: body,
          title: i % 5 === 0 ? title : null,
          account: i % 3 === 0 ? "palm_desk" : "other",
          accountName: i % 7 === 0 ? "غرفة النخيل" : null,
          language: i % 2 === 0 ? "ar" : "en",
          hashtags: body.includes("#") ? ["مقاطعه_تويتر"] : [],
          phrasingId: i % 4 === 0 ? null : (families[family] ?? null),
          copies: 1 + (family % 3),
          at: new Date(Date.UTC(2018, 0, 1 + day, i % 24)).toISOString(),
        }),
      );
    await Promise.all([meili.index(docs), postgresIndex.index(docs)]);
  });
  afterAll(server.remove);

  test("find the same", async () => {
    const query = fc.record({
      q,
      exactSpelling: fc.boolean(),
      collapse: fc.boolean(),
      sort: fc.constantFrom("relevance", "newest", "oldest", "copies"),
      filters: fc.constantFrom(
        {},
        { language: ["ar"] },
        { account: ["palm_desk"], hasCopies: true },
        { from: "2018-04-01" },
      ),
    }) satisfies fc.Arbitrary<SearchQuery>;
    await fc.assert(
      fc.asyncProperty(query, async (wish) => {
        const [ours, theirs] = await Promise.all([
          meili.search({ ...wish, pageSize: 100 }),
          postgresIndex.search({ ...wish, pageSize: 100 }),
        ]);
        // Of slips of the finger each engine finds others: trigrams of all forms, or letters of the last one.
        if (ours.isFuzzy || theirs.isFuzzy) {
          expect([ours, theirs].every(({ isFuzzy, total }) => isFuzzy || total === 0)).toBe(true);
          return;
        }
        expect(sayings(ours)).toEqual(sayings(theirs));
        if (wish.sort === "newest" || wish.sort === "oldest") {
          expect(ours.hits.map((hit) => hit.at)).toEqual(theirs.hits.map((hit) => hit.at));
        }
      }),
      { numRuns: 300 },
    );
  });
});
