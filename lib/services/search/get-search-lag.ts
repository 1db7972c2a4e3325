import { db } from "#lib/data/client";
import { countUnplacedWordings } from "#lib/data/families";
import { describeOutbox, listFailedOutbox } from "#lib/data/search-outbox";

/** How far search and phrasings are behind the record. */
export type SearchLag = {
  /** Changes that the search index has not heard of. */
  waiting: number;
  /** Age of the oldest of them; 0 when none waits. */
  oldestSeconds: number;
  /** Those among them that could not be indexed, and why the newest could not. */
  failed: number;
  problem: string | null;
  /** Wordings that have not been compared with the others yet. */
  uncompared: number;
};

/** For health checks and the desk; whoever asks decides who sees it. */
export async function getSearchLag(): Promise<SearchLag> {
  const [{ waiting, oldestAt, failed }, [newest], uncompared] = await Promise.all([
    describeOutbox(db()),
    listFailedOutbox(db(), 1),
    countUnplacedWordings(db()),
  ]);
  const oldestSeconds = oldestAt ? Math.max(0, Math.round((Date.now() - oldestAt.getTime()) / 1_000)) : 0;
  return { waiting, oldestSeconds, failed, problem: newest?.problem ?? null, uncompared };
}
