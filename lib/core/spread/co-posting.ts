import { PairTable } from "#lib/core/spread/pair-table";
import { topOf } from "#lib/core/spread/top-of";

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

/** A window in milliseconds; `any` is endless. */
export function windowMs(window: CoPostingWindow): number {
  return window === "any" ? Number.POSITIVE_INFINITY : CO_POSTING_WINDOWS[window];
}

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
  /** Tied pairs of accounts in all. */
  total: number;
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

type Options = { window: CoPostingWindow; most: number; maxPairs?: number };

/**
 * Which posts tie which accounts: the same phrasing, posted by both within a time of each other. This is what the
 * literature calls co-tweeting (Keller, Schoch, Stier and Yang 2020, Political Communication 37:256, with one minute)
 * and what CooRnet does for shared links (Giglietto, Righetti, Rossi and Marino 2020, Information, Communication &
 * Society 23:867). The numbers say who posted the same when; why they did is for a person to find out.
 *
 * Bounded: a phrasing that 5,000 accounts posted has 12.5 million pairs. When there are more than a million pairs within
 * the window over all phrasings, each post is compared with the next n posts of its phrasing only, n being the largest
 * step that fits, and `comparedWith` says so. What is left out first that way are the pairs furthest apart.
 * @param posts in any order. Leave out reposts, and texts too short without their formulas to be compared: everybody says those.
 * @param options `most` ties are given back.
 */
export function coPosting(posts: readonly CoPost[], { window, most, maxPairs = MAX_PAIRS }: Options): CoPosting {
  const { accounts, phrasings, groups } = arrange(posts, window);
  const reach = chooseReach(groups, windowMs(window), maxPairs);
  const table = new PairTable();
  const width = accounts.length;
  const keyOf = (x: number, y: number) => (x < y ? x * width + y : y * width + x);
  eachPair(groups, windowMs(window), reach, (x, y, group, gap) => table.add(keyOf(x, y), group, gap));

  const { keys, groups: shared, pairs, gaps } = table;
  const gapOf = (i: number) => (Number.isNaN(gaps[i]) ? LATE : (gaps[i] ?? LATE));
  const kept = topOf(
    table.size,
    most,
    (x, y) =>
      (shared[y] ?? 0) - (shared[x] ?? 0) ||
      (pairs[y] ?? 0) - (pairs[x] ?? 0) ||
      gapOf(x) - gapOf(y) ||
      (keys[x] ?? 0) - (keys[y] ?? 0),
  );
  const ties = kept.map((i): Tie => {
    const [a, b] = [Math.floor((keys[i] ?? 0) / width), (keys[i] ?? 0) % width];
    const gap = gaps[i] ?? Number.NaN;
    return {
      a: accounts[a] ?? "",
      b: accounts[b] ?? "",
      phrasings: [],
      closePairs: pairs[i] ?? 0,
      smallestGapMs: Number.isNaN(gap) ? null : gap,
    };
  });
  const listed = new Map(kept.map((i, place) => [keys[i] ?? 0, ties[place]]));
  eachPair(groups, windowMs(window), reach, (x, y, group) => {
    const tie = listed.get(keyOf(x, y));
    const phrasing = phrasings[group] ?? "";
    if (tie && tie.phrasings.at(-1) !== phrasing) tie.phrasings.push(phrasing);
  });
  return { ties, total: table.size, comparedWith: Number.isFinite(reach) ? reach : null };
}

const LATE = Number.MAX_VALUE;

/** Posts of one phrasing, oldest first; those without a time (NaN) last. Accounts by their place in the order of keys. */
type Group = { accounts: Int32Array; times: Float64Array };

function arrange(posts: readonly CoPost[], window: CoPostingWindow) {
  const dated = window === "any" ? posts : posts.filter(({ atMs }) => atMs !== null);
  const accounts = [...new Set(dated.map(({ account }) => account))].sort();
  const placeOf = new Map(accounts.map((account, i) => [account, i]));
  const byPhrasing = new Map<string, CoPost[]>();
  for (const post of dated) {
    const group = byPhrasing.get(post.phrasing);
    if (group) group.push(post);
    else byPhrasing.set(post.phrasing, [post]);
  }
  const shared = [...byPhrasing]
    .filter(([, group]) => group.some(({ account }) => account !== group[0]?.account))
    .sort(([x], [y]) => (x < y ? -1 : 1));
  const place = ({ account }: CoPost) => placeOf.get(account) ?? 0;
  const groups = shared.map(([, group]): Group => {
    group.sort((x, y) => (x.atMs ?? LATE) - (y.atMs ?? LATE) || place(x) - place(y));
    return {
      accounts: Int32Array.from(group, place),
      times: Float64Array.from(group, ({ atMs }) => atMs ?? Number.NaN),
    };
  });
  return { accounts, phrasings: shared.map(([phrasing]) => phrasing), groups };
}

/** Where the posts end that lie within the window after the one at `i`; times that are not known never end it. */
function endOf(times: Float64Array, i: number, within: number, from: number): number {
  let end = Math.max(from, i + 1);
  while (end < times.length && !((times[end] ?? 0) - (times[i] ?? 0) > within)) end++;
  return end;
}

function chooseReach(groups: readonly Group[], within: number, maxPairs: number): number {
  const counts: number[] = [];
  for (const { times } of groups) {
    for (let i = 0, end = 0; i < times.length; i++) {
      end = endOf(times, i, within, end);
      counts.push(end - i - 1);
    }
  }
  const total = (reach: number) => counts.reduce((sum, count) => sum + Math.min(count, reach), 0);
  if (total(Number.POSITIVE_INFINITY) <= maxPairs) return Number.POSITIVE_INFINITY;
  return REACHES.find((reach) => total(reach) <= maxPairs) ?? 1;
}

function eachPair(
  groups: readonly Group[],
  within: number,
  reach: number,
  visit: (x: number, y: number, group: number, gap: number) => void,
): void {
  for (const [at, { accounts, times }] of groups.entries()) {
    for (let i = 0, end = 0; i < times.length; i++) {
      end = endOf(times, i, within, end);
      for (let j = i + 1; j < Math.min(end, i + 1 + reach); j++) {
        const [x, y] = [accounts[i] ?? 0, accounts[j] ?? 0];
        if (x !== y) visit(x, y, at, (times[j] ?? Number.NaN) - (times[i] ?? Number.NaN));
      }
    }
  }
}
