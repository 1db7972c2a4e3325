/** An original post whose phrasing others have, too. */
export type CoPost = {
  /** Any key of the account that posted it. */
  account: string;
  phrasing: string;
  /** Milliseconds since 1970; null when the platform does not say. */
  atMs: number | null;
};

/** How close together two posts must be to count as a close pair; `any` looks at no time. */
export const CO_POSTING_WINDOWS = { minute: 60_000, ten_minutes: 600_000, hour: 3_600_000, day: 86_400_000 } as const;
export const CO_POSTING_WINDOW_NAMES = ["minute", "ten_minutes", "hour", "day", "any"] as const;
export type CoPostingWindow = (typeof CO_POSTING_WINDOW_NAMES)[number];

/** A text with fewer letters than this, formulas left out, ties nobody to anybody: everybody says it. */
export const MIN_TIE_CHARS = 20;

/** What ties two accounts; `a` stands before `b` in the order of their keys. */
export type Tie = {
  a: string;
  b: string;
  /** Phrasings that both posted within the window, in the order of their keys. */
  phrasings: string[];
  /** Pairs of posts, one of each, of one phrasing and within the window. */
  closePairs: number;
  /** Between the two posts that are closest together; null when no pair has two times. */
  smallestGapMs: number | null;
};

export type CoPosting = {
  /** Most shared phrasings first, then most close pairs, smallest gap, order of keys. */
  ties: Tie[];
  /**
   * How many following posts of its phrasing each post was compared with, where that was not all of them; null when
   * everything within the window was compared with everything.
   */
  comparedWith: number | null;
};

/** Pairs of posts that are looked at, at most. */
const MAX_PAIRS = 1_000_000;
/** What each post is compared with when all would be too many: the next so many of its phrasing in order of time. */
const REACHES = [10_000, 3_000, 1_000, 300, 100, 30, 10, 3, 1] as const;

/**
 * Which posts tie which accounts: the same phrasing, posted by both within a time of each other. This is what the
 * literature calls co-tweeting (Keller, Schoch, Stier and Yang 2020, Political Communication 37:256, with one minute)
 * and what CooRnet does for shared links (Giglietto, Righetti, Rossi and Marino 2020, Information, Communication &
 * Society 23:867). The numbers say who posted the same when; why they did is for a person to find out.
 *
 * Bounded: a phrasing that 5,000 accounts posted has 12.5 million pairs. When there are more than a million pairs within
 * the window over all phrasings, each post is compared with the next n posts of its phrasing only, n being the largest
 * step that fits, and `comparedWith` says so. What is left out first that way are the pairs furthest apart.
 * @param posts in any order. Leave out reposts and formulas (`MIN_TIE_CHARS`).
 */
export function coPosting(posts: Iterable<CoPost>, window: CoPostingWindow, maxPairs = MAX_PAIRS): CoPosting {
  const windowMs = window === "any" ? Number.POSITIVE_INFINITY : CO_POSTING_WINDOWS[window];
  const groups = groupByPhrasing(posts, windowMs);
  const reach = chooseReach(groups, windowMs, maxPairs);
  const ties = new Map<string, Map<string, Tie>>();
  for (const [phrasing, group] of groups) {
    for (const [i, post] of group.entries()) {
      const end = Math.min(group.length, i + 1 + reach);
      for (let j = i + 1; j < end; j++) {
        const other = group[j];
        if (!other || gap(post, other) > windowMs) break;
        if (other.account !== post.account) addPair(ties, phrasing, post, other);
      }
    }
  }
  const found = [...ties.values()].flatMap((of) => [...of.values()]);
  return { ties: found.sort(strongestFirst), comparedWith: Number.isFinite(reach) ? reach : null };
}

/** Posts by phrasing, oldest first; those without a time last, and only where time does not matter. */
function groupByPhrasing(posts: Iterable<CoPost>, windowMs: number): [string, CoPost[]][] {
  const groups = new Map<string, CoPost[]>();
  for (const post of posts) {
    if (post.atMs === null && windowMs !== Number.POSITIVE_INFINITY) continue;
    const group = groups.get(post.phrasing);
    if (group) group.push(post);
    else groups.set(post.phrasing, [post]);
  }
  const shared = [...groups].filter(([, group]) => group.some(({ account }) => account !== group[0]?.account));
  for (const [, group] of shared) {
    group.sort((x, y) => (x.atMs ?? LATE) - (y.atMs ?? LATE) || compare(x.account, y.account));
  }
  return shared.sort(([x], [y]) => compare(x, y));
}

const LATE = Number.MAX_VALUE;
const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);

/** Between two posts in order of time; 0 where no time can speak against them. */
const gap = (post: CoPost, later: CoPost) => (post.atMs === null || later.atMs === null ? 0 : later.atMs - post.atMs);

function chooseReach(groups: readonly [string, CoPost[]][], windowMs: number, maxPairs: number): number {
  const within: number[] = [];
  for (const [, group] of groups) {
    let end = 0;
    for (const [i, post] of group.entries()) {
      end = Math.max(end, i + 1);
      for (let next = group[end]; next && gap(post, next) <= windowMs; next = group[end]) end++;
      within.push(end - i - 1);
    }
  }
  const total = (reach: number) => within.reduce((sum, count) => sum + Math.min(count, reach), 0);
  if (total(Number.POSITIVE_INFINITY) <= maxPairs) return Number.POSITIVE_INFINITY;
  return REACHES.find((reach) => total(reach) <= maxPairs) ?? 1;
}

function addPair(ties: Map<string, Map<string, Tie>>, phrasing: string, post: CoPost, later: CoPost): void {
  const [a, b] = post.account < later.account ? [post.account, later.account] : [later.account, post.account];
  const ofA = ties.get(a) ?? new Map<string, Tie>();
  ties.set(a, ofA);
  const tie = ofA.get(b) ?? { a, b, phrasings: [], closePairs: 0, smallestGapMs: null };
  ofA.set(b, tie);
  tie.closePairs++;
  if (tie.phrasings.at(-1) !== phrasing) tie.phrasings.push(phrasing);
  if (post.atMs === null || later.atMs === null) return;
  const between = later.atMs - post.atMs;
  tie.smallestGapMs = Math.min(tie.smallestGapMs ?? between, between);
}

/** The order of the table. */
export function strongestFirst(x: Tie, y: Tie): number {
  return (
    y.phrasings.length - x.phrasings.length ||
    y.closePairs - x.closePairs ||
    (x.smallestGapMs ?? LATE) - (y.smallestGapMs ?? LATE) ||
    compare(x.a, y.a) ||
    compare(x.b, y.b)
  );
}
