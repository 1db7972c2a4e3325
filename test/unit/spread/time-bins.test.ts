import fc from "fast-check";
import { expect, test } from "vitest";
import { type BinnedPost, binPosts } from "#lib/core/spread/bin-posts";
import { activityOf } from "#lib/core/spread/concentration";
import { mainSpan } from "#lib/core/spread/main-span";
import { BIN_STEPS, binAt, chooseBins, floorTo, MAX_BINS } from "#lib/core/spread/time-bins";

const at = (iso: string) => Date.parse(iso);

test("the width fits the span", () => {
  const step = (from: string, to: string) => chooseBins(at(from), at(to)).step;
  expect(step("2018-07-03T14:02:00Z", "2018-07-03T14:02:00Z")).toBe("minute");
  expect(step("2018-07-03T14:02:00Z", "2018-07-03T15:40:00Z")).toBe("minute");
  expect(step("2018-07-03T14:02:00Z", "2018-07-03T20:00:00Z")).toBe("five_minutes");
  expect(step("2018-07-03T14:02:00Z", "2018-07-05T14:00:00Z")).toBe("hour");
  expect(step("2018-07-03T14:02:00Z", "2018-08-20T00:00:00Z")).toBe("day");
  expect(step("2017-07-03T00:00:00Z", "2019-07-05T00:00:00Z")).toBe("week");
  expect(step("2006-03-21T00:00:00Z", "2026-11-29T00:00:00Z")).toBe("thirteen_weeks");
});

test("weeks begin on Mondays, days at midnight UTC", () => {
  const weeks = chooseBins(at("2017-07-05T10:00:00Z"), at("2019-07-05T00:00:00Z"));
  expect(new Date(weeks.startMs).toISOString()).toBe("2017-07-03T00:00:00.000Z");
  const days = chooseBins(at("2018-07-03T14:02:00Z"), at("2018-08-20T00:00:00Z"));
  expect(new Date(days.startMs).toISOString()).toBe("2018-07-03T00:00:00.000Z");
});

const moment = fc.integer({ min: at("1950-01-01"), max: at("2030-01-01") });

test("every moment of the span falls into exactly one bin, whatever the order", () => {
  fc.assert(
    fc.property(moment, moment, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
      const bins = chooseBins(one, other);
      expect(chooseBins(other, one)).toEqual(bins);
      const inside = Math.round(Math.min(one, other) + share * Math.abs(one - other));
      for (const ms of [one, other, inside]) {
        const index = binAt(bins, ms);
        const start = bins.startMs + index * bins.stepMs;
        expect(index).toBeGreaterThanOrEqual(0);
        expect(start <= ms && ms < start + bins.stepMs).toBe(true);
        expect(floorTo(ms, bins.stepMs)).toBe(start);
      }
      expect(binAt(bins, bins.startMs - 1)).toBe(-1);
      expect(bins.count).toBeLessThanOrEqual(MAX_BINS);
      // The finest that fits.
      const finer = BIN_STEPS.findLast(({ ms }) => ms < bins.stepMs);
      if (finer) expect(Math.abs(one - other) / finer.ms).toBeGreaterThan(MAX_BINS - 2);
    }),
  );
});

const post = fc.record<BinnedPost>({
  atMs: fc.option(fc.integer({ min: 0, max: 300 * 60_000 })),
  account: fc.option(fc.constantFrom("a", "b", "c", "d")),
  isRepost: fc.boolean(),
  isCopied: fc.boolean(),
});

test("no post is lost or counted twice, and each account is new once, in any order", () => {
  fc.assert(
    fc.property(fc.array(post), (posts) => {
      const bins = chooseBins(60 * 60_000, 200 * 60_000);
      const { bins: found, outside, undated } = binPosts(posts, bins);
      expect(binPosts(posts.toReversed(), bins).bins).toEqual(found);
      const sum = (of: (bin: (typeof found)[number]) => number) => found.reduce((all, bin) => all + of(bin), 0);
      expect(sum((bin) => bin.originals + bin.reposts) + outside + undated).toBe(posts.length);
      expect(found.every((bin) => bin.copied <= bin.originals)).toBe(true);
      expect(found).toHaveLength(bins.count);
      const dated = posts.filter(({ atMs }) => atMs !== null);
      const accounts = new Set(dated.flatMap(({ account }) => account ?? []));
      const before = new Set(dated.filter(({ atMs }) => (atMs ?? 0) < bins.startMs).map(({ account }) => account));
      const within = new Set(
        dated.filter(({ atMs }) => binAt(bins, atMs ?? -1) >= 0).flatMap((one) => one.account ?? []),
      );
      expect(sum((bin) => bin.newAccounts)).toBe([...within].filter((account) => !before.has(account)).length);
      expect(sum((bin) => bin.newAccounts)).toBeLessThanOrEqual(accounts.size);
    }),
  );
});

test("a reposted text is not copied, and a bin without posts is a real zero", () => {
  const posts: BinnedPost[] = [
    { atMs: 0, account: "a", isRepost: false, isCopied: true },
    { atMs: 1_000, account: "b", isRepost: true, isCopied: true },
    { atMs: 150_000, account: "a", isRepost: false, isCopied: false },
  ];
  const { bins } = binPosts(posts, chooseBins(0, 150_000));
  expect(bins.map(({ originals, copied, reposts, newAccounts }) => [originals, copied, reposts, newAccounts])).toEqual([
    [1, 1, 1, 2],
    [0, 0, 0, 0],
    [1, 0, 0, 0],
  ]);
});

test("stragglers are left out of the picture only where it gains room, and are counted", () => {
  const day = 86_400_000;
  const busy = Array.from({ length: 4 }, (_, i) => ({ startMs: 1_000 * day + i * day, posts: 50 }));
  expect(mainSpan([])).toBeNull();
  expect(mainSpan(busy)).toEqual({ fromMs: 1_000 * day, toMs: 1_003 * day, before: 0, after: 0 });
  expect(mainSpan([{ startMs: 10 * day, posts: 1 }, ...busy, { startMs: 1_500 * day, posts: 2 }])).toEqual({
    fromMs: 1_000 * day,
    toMs: 1_003 * day,
    before: 1,
    after: 2,
  });
  // Three posts are all there is; none of them is a straggler.
  const few = [1, 500, 501].map((at) => ({ startMs: at * day, posts: 1 }));
  expect(mainSpan(few)).toMatchObject({ before: 0, after: 0 });
  // Trimming would not give the rest much room.
  const long = Array.from({ length: 30 }, (_, i) => ({ startMs: i * day, posts: i === 0 ? 1 : 10 }));
  expect(mainSpan(long)).toMatchObject({ before: 0, after: 0 });
});

test("the main span keeps nearly everything and forgets nothing", () => {
  const counts = fc
    .uniqueArray(fc.record({ startMs: fc.integer({ min: 0, max: 1e12 }), posts: fc.integer({ min: 1, max: 100 }) }), {
      selector: ({ startMs }) => startMs,
      minLength: 1,
    })
    .map((all) => all.sort((a, b) => a.startMs - b.startMs));
  fc.assert(
    fc.property(counts, (all) => {
      const span = mainSpan(all);
      const total = all.reduce((sum, { posts }) => sum + posts, 0);
      const inside = all
        .filter(({ startMs }) => span && startMs >= span.fromMs && startMs <= span.toMs)
        .reduce((sum, { posts }) => sum + posts, 0);
      expect(inside + (span?.before ?? 0) + (span?.after ?? 0)).toBe(total);
      expect(inside).toBeGreaterThanOrEqual(total * 0.9);
      expect(activityOf([total]).length).toBe(1);
    }),
  );
});
