import { db } from "#lib/data/client";
import { findNewestBreak, findNewestHead } from "#lib/data/custody-heads";
import { tryLock } from "#lib/data/locks";
import { type SignedHead, signHead } from "#lib/services/custody/sign-head";

const LOCK = "custody-head";

/**
 * Signs the custody log once per day (UTC), whichever worker comes first and whenever it was started. What was signed, or
 * found broken, is in the database, so a restart neither forgets nor repeats it.
 * @returns undefined when today's is done or another worker is at it.
 */
export async function signDailyHead(now: Date = new Date()): Promise<SignedHead | undefined> {
  if (await isDoneToday(now)) return undefined;
  const lock = await tryLock(LOCK);
  if (!lock) return undefined;
  try {
    return (await isDoneToday(now)) ? undefined : await signHead(now);
  } finally {
    await lock.release();
  }
}

async function isDoneToday(now: Date): Promise<boolean> {
  const [head, broken] = await Promise.all([findNewestHead(db()), findNewestBreak(db())]);
  const today = new Date(now);
  today.setUTCHours(0, 0, 0, 0);
  return [head?.at, broken?.at].some((at) => at !== undefined && at >= today);
}
