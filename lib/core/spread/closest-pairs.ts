/** A post of one of two accounts. */
export type PairPost = { id: string; phrasing: string; atMs: number | null };

export type ClosestPair = {
  phrasing: string;
  a: PairPost;
  b: PairPost;
  /** Null when one of the two has no time. */
  gapMs: number | null;
  /** Pairs of posts within the window. */
  closePairs: number;
  postsOfA: number;
  postsOfB: number;
};

/**
 * For each phrasing that two accounts both posted within the window: the two posts that are closest together. Counts as
 * lib/core/spread/co-posting.ts does, without its bounds.
 * @param windowMs Infinity looks at no time, and then at posts without one, too.
 * @returns smallest gap first, pairs without times last.
 */
export function closestPairs(a: readonly PairPost[], b: readonly PairPost[], windowMs: number): ClosestPair[] {
  const ofB = Map.groupBy(b, ({ phrasing }) => phrasing);
  const found: ClosestPair[] = [];
  for (const [phrasing, mine] of Map.groupBy(a, (post) => post.phrasing)) {
    const theirs = ofB.get(phrasing);
    const pair = theirs && closestOf(mine, theirs, windowMs);
    if (pair) found.push({ phrasing, ...pair, postsOfA: mine.length, postsOfB: theirs.length });
  }
  return found.sort((x, y) => (x.gapMs ?? LATE) - (y.gapMs ?? LATE) || (x.phrasing < y.phrasing ? -1 : 1));
}

const LATE = Number.MAX_VALUE;

function closestOf(mine: readonly PairPost[], theirs: readonly PairPost[], windowMs: number) {
  let closest: Pick<ClosestPair, "a" | "b" | "gapMs"> | null = null;
  let closePairs = 0;
  for (const a of mine) {
    for (const b of theirs) {
      const gapMs = a.atMs === null || b.atMs === null ? null : Math.abs(a.atMs - b.atMs);
      if (gapMs === null ? Number.isFinite(windowMs) : gapMs > windowMs) continue;
      closePairs++;
      if (!closest || (gapMs ?? LATE) < (closest.gapMs ?? LATE)) closest = { a, b, gapMs };
    }
  }
  return closest && { ...closest, closePairs };
}
