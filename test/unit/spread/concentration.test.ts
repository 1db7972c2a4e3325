import fc from "fast-check";
import { expect, test } from "vitest";
import { activityOf, concentration } from "#lib/core/spread/concentration";

test("7 of 120 accounts made half of the posts", () => {
  const found = concentration([
    { posts: 20, accounts: 7 },
    { posts: 1, accounts: 106 },
    { posts: 4, accounts: 7 },
  ]);
  expect(found).toMatchObject({ accounts: 120, posts: 274, most: 20 });
  expect(found.milestones.find(({ share }) => share === 0.5)).toEqual({ share: 0.5, accounts: 7, posts: 140 });
  expect(found.milestones.at(-1)).toEqual({ share: 1, accounts: 120, posts: 274 });
  expect(found.curve).toEqual([
    { accounts: 0, posts: 0 },
    { accounts: 7, posts: 140 },
    { accounts: 14, posts: 168 },
    { accounts: 120, posts: 274 },
  ]);
});

test("nothing and one account", () => {
  expect(concentration([])).toEqual({
    accounts: 0,
    posts: 0,
    most: 0,
    milestones: [],
    curve: [{ accounts: 0, posts: 0 }],
  });
  expect(concentration([{ posts: 3, accounts: 1 }]).milestones.every(({ accounts }) => accounts === 1)).toBe(true);
});

test("each milestone is the fewest accounts that reach it, counted one by one", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }), (posts) => {
      const busiest = posts.toSorted((a, b) => b - a);
      const total = busiest.reduce((sum, count) => sum + count, 0);
      const found = concentration(activityOf(posts));
      expect([found.accounts, found.posts, found.most]).toEqual([posts.length, total, busiest[0]]);
      for (const { share, accounts, posts: made } of found.milestones) {
        let [taken, sum] = [0, 0];
        while (sum < share * total - 1e-9) sum += busiest[taken++] ?? 0;
        expect([accounts, made]).toEqual([taken, sum]);
      }
      // Never rises more steeply than before: the busiest come first.
      const slopes = found.curve.slice(1).map(({ accounts, posts: made }, i) => {
        const from = found.curve[i] ?? { accounts: 0, posts: 0 };
        return (made - from.posts) / (accounts - from.accounts);
      });
      expect(slopes).toEqual(slopes.toSorted((a, b) => b - a));
    }),
  );
});
