import { apartKey, type Families } from "#lib/core/duplicates/build-families";
import { CorpusBuilder } from "#lib/core/duplicates/corpus";
import type { Place } from "#lib/core/duplicates/settle-families";
import { FOLD_VERSION } from "#lib/core/text/fold";
import { db, type Tx } from "#lib/data/client";
import {
  countUnplacedWordings,
  countWordings,
  findPlaces,
  lockFamilies,
  readFamilies,
  writeBodies,
  writePlaces,
} from "#lib/data/families";
import { findOddStars } from "#lib/data/phrasings";
import { announceChange } from "#lib/data/search-outbox";
import {
  listStandingDecisions,
  listUnsettledDecisions,
  markDecisionsSettled,
  type StandingDecision,
} from "#lib/data/wording-decisions";
import { buildFamiliesInThreads } from "#lib/services/phrasings/family-threads";
import { regroupStars } from "#lib/services/phrasings/regroup";
import { betterBodies, settleBatch } from "#lib/services/phrasings/settle-wordings";

const TIMEOUT_MS = 6 * 3_600_000;
const WRITE_BATCH = 5_000;
/** Settling is what a rebuild is compared with, and it also locks them while it goes on. */
const LOCK_WAIT_MS = 600_000;
/** More that wait are placed faster by the rebuild itself. */
const MAX_SETTLED_BEFORE = 5_000;

export type RebuildReport = {
  wordings: number;
  families: number;
  /**
   * Wordings that stood elsewhere before: none, unless something was written past the services. Null where so many
   * wordings waited for their first place that there was nothing to compare with.
   */
  differences: number | null;
};

export type RebuildProgress = { step: "read" | "sketch" | "choose" | "assign" | "write"; done: number; total: number };

/**
 * Makes all phrasings anew from the wordings and the editors' decisions, and puts what differs in place of the old at the
 * end, in one transaction: readers see the old until then. New wordings wait meanwhile and are settled after it. What
 * the incremental upkeep keeps is the same thing, so the number of differences is a check of it.
 * @param options.signal gives it up; nothing has changed then.
 */
export async function rebuildPhrasings(
  options: { onProgress?: (progress: RebuildProgress) => void; signal?: AbortSignal } = {},
): Promise<RebuildReport> {
  const { onProgress, signal } = options;
  return db().$transaction(
    async (tx) => {
      await lockFamilies(tx, LOCK_WAIT_MS);
      const isComparable = await settleWaiting(tx, signal);
      await refreshBodies(tx, signal);
      const decisions = await listUnsettledDecisions(tx);
      const stored = await readStored(tx, onProgress, signal);
      const apart = apartPairs(await listStandingDecisions(tx), stored.index);
      const families = await buildFamiliesInThreads(stored.corpus, apart, {
        signal,
        onProgress: (step, done, total) => onProgress?.({ step, done, total }),
      });
      const places = findDifferences(stored, families);
      const regrouped = await writeDifferences(tx, places, (done) =>
        onProgress?.({ step: "write", done, total: places.size }),
      );
      await markDecisionsSettled(
        tx,
        decisions.map(({ id }) => id),
      );
      const pivots = families.pivotOf.reduce((sum, pivot, i) => sum + (pivot === i ? 1 : 0), 0);
      return {
        wordings: stored.ids.length,
        families: pivots,
        differences: isComparable ? Math.max(places.size, regrouped) : null,
      };
    },
    { timeout: TIMEOUT_MS, maxWait: 60_000 },
  );
}

/**
 * Settles what waits, so that the families as they are kept can be compared with those made anew.
 * @returns false, and nothing is settled, when too many wait.
 */
async function settleWaiting(tx: Tx, signal?: AbortSignal): Promise<boolean> {
  if ((await countUnplacedWordings(tx)) > MAX_SETTLED_BEFORE) return false;
  while ((await settleBatch(tx)) > 0) signal?.throwIfAborted();
  return true;
}

/** Works bodies out that later texts or newer rules changed. They lose their places, which are made anew in any case. */
async function refreshBodies(tx: Tx, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const bodies = await betterBodies(tx, WRITE_BATCH);
    if (bodies.length === 0) return;
    await writeBodies(tx, bodies);
    signal?.throwIfAborted();
  }
}

async function readStored(tx: Tx, onProgress?: (progress: RebuildProgress) => void, signal?: AbortSignal) {
  const total = await countWordings(tx, FOLD_VERSION);
  const corpus = new CorpusBuilder();
  const ids: string[] = [];
  const pivotIds: (string | null)[] = [];
  const nearness: number[] = [];
  for await (const rows of readFamilies(tx, FOLD_VERSION)) {
    signal?.throwIfAborted();
    for (const row of rows) {
      corpus.add(row.body);
      ids.push(row.id);
      pivotIds.push(row.pivotId);
      nearness.push(Math.fround(row.nearness ?? 0));
    }
    onProgress?.({ step: "read", done: ids.length, total });
  }
  return { corpus: corpus.finish(), ids, pivotIds, nearness, index: new Map(ids.map((id, i) => [id, i])) };
}

function apartPairs(decisions: readonly StandingDecision[], index: ReadonlyMap<string, number>): Set<string> {
  return new Set(
    decisions.flatMap(({ verdict, wordingId, otherWordingId }) => {
      const [a, b] = [index.get(wordingId), index.get(otherWordingId)];
      return verdict === "not_the_same" && a !== undefined && b !== undefined ? [apartKey(a, b)] : [];
    }),
  );
}

type Stored = Awaited<ReturnType<typeof readStored>>;

function findDifferences({ ids, pivotIds, nearness }: Stored, families: Families): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [i, id] of ids.entries()) {
    const place = { pivotId: ids[families.pivotOf[i] ?? i] ?? id, nearness: families.nearness[i] ?? 0 };
    if (place.pivotId === pivotIds[i] && place.nearness === nearness[i]) continue;
    places.set(id, place);
  }
  return places;
}

/** @returns how many phrasings came out other than they were. */
async function writeDifferences(
  tx: Tx,
  places: ReadonlyMap<string, Place>,
  onBatch: (done: number) => void,
): Promise<number> {
  const all = [...places];
  const touched = new Set<string>();
  for (let i = 0; i < all.length; i += WRITE_BATCH) {
    const batch = new Map(all.slice(i, i + WRITE_BATCH));
    for (const { pivotId } of await findPlaces(tx, [...batch.keys()])) if (pivotId) touched.add(pivotId);
    for (const { pivotId } of batch.values()) touched.add(pivotId);
    await writePlaces(tx, batch);
    onBatch(i + batch.size);
  }
  for (const pivotId of await findOddStars(tx)) touched.add(pivotId);
  if (touched.size === 0) return 0;
  const changed = await regroupStars(tx, [...touched]);
  await announceChange(tx, "phrasing", changed);
  return changed.length;
}
