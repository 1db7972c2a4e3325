import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateCost, planNextPage, type StoredPage } from "#lib/core/platforms/api-search";

const wish = (maxPosts: number) => ({ maxPosts, minPage: 10, maxPage: 100 });

describe("planning a search", () => {
  test("whatever X returns, it ends, and never brings more than was agreed to", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 2_000 }),
        fc.infiniteStream(
          fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), token: fc.option(fc.uuid()) }),
        ),
        (maxPosts, answers) => {
          const pages: StoredPage[] = [];
          for (const { share, token } of answers) {
            const next = planNextPage(pages, wish(maxPosts));
            if (next.kind === "end") break;
            expect(next.maxResults).toBeGreaterThanOrEqual(10);
            expect(next.maxResults).toBeLessThanOrEqual(100);
            expect(next.page).toBe(pages.length + 1);
            pages.push({ number: next.page, posts: Math.floor(next.maxResults * share), nextToken: token });
            if (pages.length > 5_000) throw new Error("it does not end");
          }
          expect(pages.reduce((sum, page) => sum + page.posts, 0)).toBeLessThanOrEqual(maxPosts);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    [[], 100, { kind: "ask", page: 1, maxResults: 100, nextToken: null }],
    [[{ number: 1, posts: 100, nextToken: "a" }], 130, { kind: "ask", page: 2, maxResults: 30, nextToken: "a" }],
    [[{ number: 1, posts: 95, nextToken: "a" }], 100, { kind: "end", endedBy: "limit" }],
    [[{ number: 1, posts: 3, nextToken: null }], 100, { kind: "end", endedBy: "exhausted" }],
  ])("%j of %i", (pages, maxPosts, expected) => {
    expect(planNextPage(pages, wish(maxPosts))).toEqual(expected);
  });
});

test.each([
  [100, { postsUsd: 0.5, atMostUsd: 3.5 }],
  [10, { postsUsd: 0.05, atMostUsd: 0.35 }],
  [230, { postsUsd: 1.15, atMostUsd: 8.05 }],
])("%i posts cost about %j", (posts, expected) => {
  expect(estimateCost(posts, { postUsd: 0.005, userUsd: 0.01 })).toEqual(expected);
});
