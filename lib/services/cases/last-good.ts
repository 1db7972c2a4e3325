import { logger } from "#lib/logger";

/** Answers kept; the oldest goes first. A case file is some tens of kilobytes. */
const MAX_ANSWERS = 500;

// Next evaluates modules once per bundle; pages and routes have to share one memory.
const holder = globalThis as typeof globalThis & { daleelLastGood?: Map<string, unknown> };

function memory(): Map<string, unknown> {
  holder.daleelLastGood ??= new Map();
  return holder.daleelLastGood;
}

export type LastGoodOptions = {
  /** `false`: fail when reading fails, whatever is remembered. */
  allowLast?: boolean;
};

/**
 * Reads something published, and when that fails gives the last answer this process had: published revisions never
 * change, so an old answer is at worst incomplete, never wrong. Keeps reader pages up while PostgreSQL is down.
 * @throws whatever `read` throws when there was no answer before.
 */
export async function lastGood<T>(key: string, read: () => Promise<T>, options: LastGoodOptions = {}): Promise<T> {
  const answers = memory();
  try {
    const answer = await read();
    answers.delete(key);
    // "There is no such case" is not worth keeping: made-up addresses would push real answers out.
    if (answer !== null) answers.set(key, answer);
    const oldest = answers.size > MAX_ANSWERS ? answers.keys().next().value : undefined;
    if (oldest !== undefined) answers.delete(oldest);
    return answer;
  } catch (thrown) {
    if (!answers.has(key) || options.allowLast === false) throw thrown;
    logger.warn({ err: thrown, key }, "published data could not be read; serving the last answer");
    return answers.get(key) as T;
  }
}
