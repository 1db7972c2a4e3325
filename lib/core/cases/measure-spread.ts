type DatedPost = { platform: string; authorHandle: string | null; postedAt: string | null };

const MINUTE_MS = 60_000;

/**
 * How a wording travelled: who posted it how often, and how close together. Counts only, no judgement.
 * @param posts in any order; those without a time count for the accounts only.
 */
export function measureSpread(posts: readonly DatedPost[]) {
  const times = posts.flatMap((post) => (post.postedAt ? [Date.parse(post.postedAt)] : [])).sort((a, b) => a - b);
  const first = times[0];
  const within = (ms: number) => (first === undefined ? 0 : times.filter((time) => time - first <= ms).length);
  const counts = new Map<string, { platform: string; handle: string; posts: number }>();
  for (const { platform, authorHandle } of posts) {
    if (!authorHandle) continue;
    const key = `${platform} ${authorHandle.toLowerCase()}`;
    const account = counts.get(key) ?? { platform, handle: authorHandle, posts: 0 };
    counts.set(key, { ...account, posts: account.posts + 1 });
  }
  const last = times.at(-1);
  return {
    accounts: [...counts.values()],
    firstPostedAt: first === undefined ? null : new Date(first).toISOString(),
    lastPostedAt: last === undefined ? null : new Date(last).toISOString(),
    spread: {
      withinOneMinute: within(MINUTE_MS),
      withinOneHour: within(60 * MINUTE_MS),
      withinOneDay: within(24 * 60 * MINUTE_MS),
    },
  };
}
