import type { EndedBy } from "#lib/core/captures/types";

/** A page of a search that is in the archive already. */
export type StoredPage = {
  number: number;
  /** Posts it returned, repeats included: X charges for what it returns. */
  posts: number;
  nextToken: string | null;
};

/** What comes next in a search. */
export type NextStep =
  | { kind: "ask"; page: number; maxResults: number; nextToken: string | null }
  | { kind: "end"; endedBy: EndedBy };

/** X answers now and then with nothing and a further page; so often in a row means that there is none. */
const EMPTY_PAGES = 3;

/**
 * Decides the next question from the pages that there are. A page is never asked for that could bring more than was
 * agreed to: the smallest page is ten posts, so a search may end up to nine below its limit.
 * @param pages in order, from page 1 without gaps.
 */
export function planNextPage(
  pages: readonly StoredPage[],
  wish: { maxPosts: number; minPage: number; maxPage: number },
): NextStep {
  const last = pages.at(-1);
  const nextToken = last?.nextToken ?? null;
  if (last && nextToken === null) return { kind: "end", endedBy: "exhausted" };
  const left = wish.maxPosts - pages.reduce((sum, page) => sum + page.posts, 0);
  if (left < wish.minPage) return { kind: "end", endedBy: "limit" };
  const isRepeated = nextToken !== null && pages.slice(0, -1).some((page) => page.nextToken === nextToken);
  const empty = pages.slice(-EMPTY_PAGES);
  const isEmpty = empty.length === EMPTY_PAGES && empty.every(({ posts }) => posts === 0);
  if (isRepeated || isEmpty) return { kind: "end", endedBy: "stalled" };
  return { kind: "ask", page: pages.length + 1, maxResults: Math.min(left, wish.maxPage), nextToken };
}

/** US dollars. */
export type ApiPrices = { postUsd: number; userUsd: number };
export type CostEstimate = {
  /** The posts themselves. */
  postsUsd: number;
  /** With everything that can come along: each post's account and a picture, a quoted or answered post and its account. */
  atMostUsd: number;
};

/** What a search of so many posts costs at these prices. X's own price list decides. */
export function estimateCost(maxPosts: number, { postUsd, userUsd }: ApiPrices): CostEstimate {
  return { postsUsd: inCents(maxPosts * postUsd), atMostUsd: inCents(maxPosts * (3 * postUsd + 2 * userUsd)) };
}

/** Rounded up, so that an estimate never says less. Ten-thousandths first: 0.1 + 0.2 must not cost a cent more. */
function inCents(usd: number): number {
  return Math.ceil(Math.round(usd * 10_000) / 100) / 100;
}
