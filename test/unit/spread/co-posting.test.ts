import fc from "fast-check";
import { expect, test } from "vitest";
import { CO_POSTING_WINDOWS, type CoPost, type CoPostingWindow, coPosting } from "#lib/core/spread/co-posting";

const S = 1_000;

test("two accounts, what ties them and how close", () => {
  const posts: CoPost[] = [
    { account: "noor", phrasing: "p1", atMs: 0 },
    { account: "adam", phrasing: "p1", atMs: 40 * S },
    { account: "adam", phrasing: "p1", atMs: 90 * S },
    { account: "noor", phrasing: "p2", atMs: 1_000 * S },
    { account: "adam", phrasing: "p2", atMs: 1_007 * S },
    { account: "noor", phrasing: "p3", atMs: 0 },
    { account: "zaid", phrasing: "p3", atMs: 500 * S },
    { account: "zaid", phrasing: "p4", atMs: 0 },
    { account: "zaid", phrasing: "p4", atMs: 1 },
  ];
  expect(coPosting(posts, "minute")).toEqual({
    ties: [{ a: "adam", b: "noor", phrasings: ["p1", "p2"], closePairs: 2, smallestGapMs: 7 * S }],
    comparedWith: null,
  });
  expect(coPosting(posts, "ten_minutes").ties).toEqual([
    { a: "adam", b: "noor", phrasings: ["p1", "p2"], closePairs: 3, smallestGapMs: 7 * S },
    { a: "noor", b: "zaid", phrasings: ["p3"], closePairs: 1, smallestGapMs: 500 * S },
  ]);
});

test("posts without a time tie only where time does not matter", () => {
  const posts: CoPost[] = [
    { account: "a", phrasing: "p", atMs: null },
    { account: "b", phrasing: "p", atMs: 5 },
  ];
  expect(coPosting(posts, "day").ties).toEqual([]);
  expect(coPosting(posts, "any").ties).toEqual([
    { a: "a", b: "b", phrasings: ["p"], closePairs: 1, smallestGapMs: null },
  ]);
});

const post = fc.record<CoPost>({
  account: fc.constantFrom("a", "b", "c", "d"),
  phrasing: fc.constantFrom("p", "q", "r"),
  atMs: fc.option(fc.integer({ min: 0, max: 3 * 60 * S }), { freq: 6 }),
});
const window = fc.constantFrom<CoPostingWindow>("minute", "ten_minutes", "any");

test("the same as comparing every post with every other, in any order", () => {
  fc.assert(
    fc.property(fc.array(post, { maxLength: 40 }), window, (posts, within) => {
      const { ties, comparedWith } = coPosting(posts, within);
      expect(coPosting(posts.toReversed(), within).ties).toEqual(ties);
      expect(comparedWith).toBeNull();
      const windowMs = within === "any" ? Number.POSITIVE_INFINITY : CO_POSTING_WINDOWS[within];
      const expected = new Map<string, { phrasings: Set<string>; pairs: number; gaps: number[] }>();
      for (const [i, one] of posts.entries()) {
        for (const other of posts.slice(i + 1)) {
          if (one.account === other.account || one.phrasing !== other.phrasing) continue;
          const gap = one.atMs === null || other.atMs === null ? null : Math.abs(one.atMs - other.atMs);
          if (gap === null ? within !== "any" : gap > windowMs) continue;
          const key = [one.account, other.account].sort().join();
          const tie = expected.get(key) ?? { phrasings: new Set(), pairs: 0, gaps: [] };
          expected.set(key, tie);
          tie.phrasings.add(one.phrasing);
          tie.pairs++;
          if (gap !== null) tie.gaps.push(gap);
        }
      }
      expect(new Set(ties.map(({ a, b }) => `${a},${b}`))).toEqual(new Set(expected.keys()));
      for (const { a, b, phrasings, closePairs, smallestGapMs } of ties) {
        const tie = expected.get(`${a},${b}`);
        expect(phrasings).toEqual([...(tie?.phrasings ?? [])].sort());
        expect(closePairs).toBe(tie?.pairs);
        expect(smallestGapMs).toBe(tie?.gaps.length ? Math.min(...tie.gaps) : null);
      }
    }),
  );
});

test("a phrasing of thousands is compared with the nearest only, and says so", () => {
  const posts = Array.from({ length: 3_000 }, (_, i): CoPost => ({ account: `a${i}`, phrasing: "p", atMs: i }));
  const { ties, comparedWith } = coPosting(posts, "minute", 100_000);
  expect(comparedWith).toBe(30);
  expect(ties.length).toBeLessThanOrEqual(100_000);
  expect(ties.every(({ smallestGapMs }) => (smallestGapMs ?? 0) <= 30)).toBe(true);
  expect(ties).toHaveLength(3_000 * 30 - (30 * 31) / 2);
});
