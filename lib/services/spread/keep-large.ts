import { LARGE_COUNT } from "#lib/core/spread/views";

/** How long a large count is good enough: about as long as phrasings lag behind the posts anyway. */
const KEEP_MS = 60_000;
const MOST_KEPT = 30;

type Kept = { work: Promise<{ posts: number }>; until: number };

const kept = new Map<string, Kept>();

/**
 * Counts of large hashtags and accounts, kept for a minute in this process: whoever changes one setting of a page, or
 * opens it while somebody else does, does not wait for 200,000 posts to be counted once more. Smaller ones are counted anew,
 * which takes no time that anybody would notice. Counts under way are shared whatever their size.
 * @param nowMs for tests.
 */
export async function keepLarge<T extends { posts: number }>(
  key: string,
  count: () => Promise<T>,
  nowMs = Date.now(),
): Promise<T> {
  const known = kept.get(key);
  // The key says what kind of count it is.
  if (known && known.until > nowMs) return known.work as Promise<T>;
  const work = count();
  const entry: Kept = { work, until: Number.POSITIVE_INFINITY };
  kept.delete(key);
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  const isOurs = () => kept.get(key) === entry;
  try {
    const { posts } = await work;
    if (posts >= LARGE_COUNT) entry.until = nowMs + KEEP_MS;
    else if (isOurs()) kept.delete(key);
    return await work;
  } catch (thrown) {
    if (isOurs()) kept.delete(key);
    throw thrown;
  }
}
