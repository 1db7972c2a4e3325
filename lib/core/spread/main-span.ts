/** Posts of one stretch of time, by where it begins. */
export type CountAt = { startMs: number; posts: number };

/** The first and last stretch to draw, and how many posts lie before and after. */
export type MainSpan = { fromMs: number; toMs: number; before: number; after: number };

/** At each end at most this share of the posts is left out of the picture … */
const TAIL = 0.01;
/** … or one post, once there are so many. */
const ONE_OF = 20;
/** And only when the rest then has this many times the room. */
const WORTH = 8;

/**
 * Where nearly all of the posts are. One post from years before would press the days that matter into a single bar, so
 * stragglers at the ends are left out of a picture, and counted; when that would gain little, nothing is left out.
 * @param counts stretches that have posts, in order of time.
 * @returns null when there are none.
 */
export function mainSpan(counts: readonly CountAt[]): MainSpan | null {
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last) return null;
  const whole: MainSpan = { fromMs: first.startMs, toMs: last.startMs, before: 0, after: 0 };
  const total = counts.reduce((sum, { posts }) => sum + posts, 0);
  const allowed = Math.max(total >= ONE_OF ? 1 : 0, Math.floor(total * TAIL));
  let [start, before] = [0, 0];
  while (before + (counts[start]?.posts ?? 0) <= allowed) before += counts[start++]?.posts ?? 0;
  let [end, after] = [counts.length - 1, 0];
  while (end > start && after + (counts[end]?.posts ?? 0) <= allowed) after += counts[end--]?.posts ?? 0;
  const trimmed = { fromMs: counts[start]?.startMs ?? 0, toMs: counts[end]?.startMs ?? 0, before, after };
  const isWorth = (whole.toMs - whole.fromMs) / WORTH >= trimmed.toMs - trimmed.fromMs;
  return isWorth ? trimmed : whole;
}
