import { binAt, type TimeBins } from "#lib/core/spread/time-bins";

/** What a chart over time needs to know of a post. */
export type BinnedPost = {
  /** Milliseconds since 1970; null when the platform does not say. */
  atMs: number | null;
  /** Any key of the account; null when unknown. */
  account: string | null;
  isRepost: boolean;
  /** Another original post of the archive has the same phrasing. Says nothing of a repost. */
  isCopied: boolean;
};

/** Originals and reposts apart; `copied` are those of the originals whose phrasing other originals have, too. */
export type PostBin = { startMs: number; originals: number; copied: number; reposts: number; newAccounts: number };

export type BinnedPosts = {
  /** One for each bin, in order; a bin without posts is a real zero. */
  bins: PostBin[];
  /** Dated, but before the first or after the last bin. */
  outside: number;
  undated: number;
};

/**
 * Posts over time, and accounts by the time of their first post among these. Counts only, in any order of the posts.
 * An account is new in the bin of its earliest dated post; when that lies outside the bins it is new in none.
 */
export function binPosts(posts: Iterable<BinnedPost>, bins: TimeBins): BinnedPosts {
  const result = emptyBins(bins);
  const firsts = new Map<string, number>();
  let [outside, undated] = [0, 0];
  for (const { atMs, account, isRepost, isCopied } of posts) {
    if (atMs === null) {
      undated++;
      continue;
    }
    if (account !== null) firsts.set(account, Math.min(firsts.get(account) ?? atMs, atMs));
    const bin = result[binAt(bins, atMs)];
    if (!bin) outside++;
    else if (isRepost) bin.reposts++;
    else {
      bin.originals++;
      if (isCopied) bin.copied++;
    }
  }
  for (const first of firsts.values()) {
    const bin = result[binAt(bins, first)];
    if (bin) bin.newAccounts++;
  }
  return { bins: result, outside, undated };
}

/** The bins with nothing in them yet. */
export function emptyBins(bins: TimeBins): PostBin[] {
  return Array.from({ length: bins.count }, (_, i) => ({
    startMs: bins.startMs + i * bins.stepMs,
    originals: 0,
    copied: 0,
    reposts: 0,
    newAccounts: 0,
  }));
}
