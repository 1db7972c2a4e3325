import fc from "fast-check";
import { expect, test } from "vitest";
import { CO_POSTING_WINDOWS, type CoPost, type CoPostingWindow, coPosting } from "#lib/core/spread/co-posting";
import { PairTable } from "#lib/core/spread/pair-table";

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
  expect(coPosting(posts, { window: "minute", most: 10 })).toEqual({
    total: 1,
    ties: [{ a: "adam", b: "noor", phrasings: ["p1", "p2"], closePairs: 2, smallestGapMs: 7 * S }],
    comparedWith: null,
  });
  expect(coPosting(posts, { window: "ten_minutes", most: 10 }).ties).toEqual([
    { a: "adam", b: "noor", phrasings: ["p1", "p2"], closePairs: 3, smallestGapMs: 7 * S },
    { a: "noor", b: "zaid", phrasings: ["p3"], closePairs: 1, smallestGapMs: 500 * S },
  ]);
});

test("posts without a time tie only where time does not matter", () => {
  const posts: CoPost[] = [
    { account: "a", phrasing: "p", atMs: null },
    { account: "b", phrasing: "p", atMs: 5 },
  ];
  expect(coPosting(posts, { window: "day", most: 10 }).ties).toEqual([]);
  expect(coPosting(posts, { window: "any", most: 10 }).ties).toEqual([
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
      const { ties, total, comparedWith } = coPosting(posts, { window: within, most: 100 });
      expect(total).toBe(ties.length);
      expect(coPosting(posts.toReversed(), { window: within, most: 100 }).ties).toEqual(ties);
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
  const { ties, total, comparedWith } = coPosting(posts, { window: "minute", most: 100_000, maxPairs: 100_000 });
  expect(comparedWith).toBe(30);
  expect(total).toBe(ties.length);
  expect(ties.every(({ smallestGapMs }) => (smallestGapMs ?? 0) <= 30)).toBe(true);
  expect(ties).toHaveLength(3_000 * 30 - (30 * 31) / 2);
});

test("the strongest ties are the beginning of all of them", () => {
  fc.assert(
    fc.property(fc.array(post, { maxLength: 60 }), fc.integer({ min: 0, max: 4 }), (posts, most) => {
      const all = coPosting(posts, { window: "ten_minutes", most: 1_000 });
      const some = coPosting(posts, { window: "ten_minutes", most });
      expect(some).toEqual({ ...all, ties: all.ties.slice(0, most) });
      const rank = all.ties.map(({ phrasings, closePairs }) => phrasings.length * 1_000 + closePairs);
      expect(rank).toEqual(rank.toSorted((x, y) => y - x));
    }),
  );
});

test("the table of pairs counts as a map does, and grows", () => {
  const entry = fc.tuple(
    fc.integer({ min: 0, max: 2 ** 52 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 99 }),
  );
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 200 }), (entries) => {
      const inOrder = entries.toSorted((x, y) => x[1] - y[1]);
      const table = new PairTable(1);
      const expected = new Map<number, { groups: Set<number>; pairs: number; gap: number }>();
      for (const [key, group, gap] of [...inOrder, ...inOrder.filter(([, of]) => of === 3)]) {
        table.add(key, group, gap);
        const known = expected.get(key) ?? { groups: new Set(), pairs: 0, gap };
        known.groups.add(group);
        expected.set(key, { ...known, pairs: known.pairs + 1, gap: Math.min(known.gap, gap) });
      }
      expect(table.size).toBe(expected.size);
      for (let i = 0; i < table.size; i++) {
        const known = expected.get(table.keys[i] ?? -1);
        expect([table.groups[i], table.pairs[i], table.gaps[i]]).toEqual([
          known?.groups.size,
          known?.pairs,
          known?.gap,
        ]);
      }
    }),
  );
});
