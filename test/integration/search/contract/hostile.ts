import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildSearchDoc as doc } from "#test/builders/search-doc";
import type { Trial } from "#test/integration/search/contract/trial";

export function describeHostile(trial: Trial): void {
  const { find } = trial;
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
      await trial.index.index([doc("a", { text: "still here" })]);
      await fc.assert(
        fc.asyncProperty(anything, fc.boolean(), anything, async (q, exactSpelling, value) => {
          const filters = { account: [value], hashtag: [value], wordingId: [value], caseId: [value], from: value };
          await trial.index.search({ q, exactSpelling });
          await trial.index.search({ q, exactSpelling, collapse: true, filters, page: -1, pageSize: 1e9 });
        }),
        { numRuns: 60 },
      );
      expect(await find("still")).toEqual(["a"]);
    });

    test("no document breaks it, and its offsets stay inside", async () => {
      await fc.assert(
        fc.asyncProperty(anything, anything, async (text, title) => {
          await trial.index.index([doc("hostile", { text: `${text} anchor ${title}`, title, accountName: text })]);
          const { hits } = await trial.index.search({ q: "anchor" });
          for (const { start, end } of hits[0]?.ranges ?? []) {
            expect(hits[0]?.text.slice(start, end).length).toBeGreaterThan(0);
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}
