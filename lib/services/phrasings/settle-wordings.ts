import { bodyOf, isBetterBody } from "#lib/core/duplicates/body";
import { type Place, type Placed, settleFamilies } from "#lib/core/duplicates/settle-families";
import { bandsOf } from "#lib/core/duplicates/sketch";
import { foldText } from "#lib/core/text/fold";
import { db, type Tx } from "#lib/data/client";
import {
  deleteWaitingTexts,
  findPlaces,
  listOutdatedWordings,
  listUnplacedWordings,
  listWaitingTexts,
  type NewBody,
  tryLockFamilies,
  writeBodies,
  writePlaces,
} from "#lib/data/families";
import { pairKey, wordingNeighbourhood } from "#lib/data/near-wordings";
import { listPostsOfWordings } from "#lib/data/phrasings";
import { announceChange } from "#lib/data/search-outbox";
import {
  findDecidedWordings,
  listStandingDecisions,
  listUnsettledDecisions,
  markDecisionsSettled,
} from "#lib/data/wording-decisions";
import { joinStars, regroupStars } from "#lib/services/phrasings/regroup";

const BATCH = 500;
const TIMEOUT_MS = 300_000;

/**
 * Gives wordings their place: new ones, those whose body changed, those that an editor decided about. One batch, in one
 * transaction: a crash leaves all as it was, and the same wordings are taken again. Whoever comes while another is at
 * work goes away with nothing done.
 * @returns how many wordings and decisions were settled; 0 when there is nothing to do now.
 */
export async function settleWordings(): Promise<number> {
  return db().$transaction(
    async (tx) => {
      if (!(await tryLockFamilies(tx))) return 0;
      return settleBatch(tx);
    },
    { timeout: TIMEOUT_MS },
  );
}

/** The same in a transaction that has the families already. */
export async function settleBatch(tx: Tx, batch = BATCH): Promise<number> {
  const standing = await listStandingDecisions(tx);
  const apart = new Set(
    standing.flatMap(({ verdict, wordingId, otherWordingId }) =>
      verdict === "not_the_same" ? [pairKey(wordingId, otherWordingId)] : [],
    ),
  );
  const decisions = await listUnsettledDecisions(tx);
  // Whoever leaves must leave families that follow every decision, so decisions come first and bodies in the next batch.
  const bodies = decisions.length > 0 ? [] : await betterBodies(tx, batch);
  const left = await changeBodies(tx, bodies, apart);
  const fresh = await listUnplacedWordings(tx, batch);
  const decided = await findPlaces(tx, [
    ...new Set(decisions.flatMap(({ wordingAId, wordingBId }) => [wordingAId, wordingBId])),
  ]);
  const freshIds = fresh.map(({ id }) => id);
  const touched = [...fresh, ...decided.filter(({ pivotId }) => pivotId !== null)];
  if (touched.length === 0 && left.pivots.length === 0) return left.bodies;

  const neighbourhood = wordingNeighbourhood(tx, freshIds, apart);
  const places = await settleFamilies(touched, neighbourhood);
  const before = await findPlaces(tx, [...places.keys()]);
  await writePlaces(tx, places);
  const decidedPivots = new Set([...(await findDecidedWordings(tx)).values()].map(({ pivotId }) => pivotId));
  const isSimple = decisions.length === 0 && left.pivots.length === 0;
  if (!isSimple || !(await joinStars(tx, fresh, places, decidedPivots))) {
    const changed = await regroupStars(tx, touchedPivots(before, places, [...decided, ...fresh], left.pivots));
    await announceChange(tx, "phrasing", changed);
  }
  await markDecisionsSettled(
    tx,
    decisions.map(({ id }) => id),
  );
  await announceChange(tx, "post", await listPostsOfWordings(tx, freshIds));
  return fresh.length + decisions.length + left.bodies;
}

function touchedPivots(
  before: readonly Placed[],
  places: ReadonlyMap<string, Place>,
  wordings: readonly Placed[],
  left: readonly string[],
): string[] {
  const old = [...before, ...wordings].flatMap(({ pivotId }) => pivotId ?? []);
  return [...new Set([...old, ...[...places.values()].map(({ pivotId }) => pivotId), ...left])];
}

/** Bodies that are to be replaced: better ones that came since, and those of older rules. Waiting texts are used up. */
export async function betterBodies(tx: Tx, batch: number): Promise<NewBody[]> {
  const best = new Map<string, NewBody>();
  const offer = (id: string, text: string, present: string | null) => {
    const body = bodyOf(text);
    const known = best.get(id)?.body ?? present;
    if (known === null || isBetterBody(body, known)) best.set(id, { id, text, body, bands: bandsOf(body) });
  };
  const waiting = await listWaitingTexts(tx, batch);
  for (const { wordingId, text, wording } of waiting) offer(wordingId, text, wording.body);
  await deleteWaitingTexts(
    tx,
    waiting.map(({ id }) => id),
  );
  for (const { id, folded, texts } of await listOutdatedWordings(tx, batch)) {
    for (const text of texts) if (foldText(text) === folded) offer(id, text, null);
    if (!best.has(id)) offer(id, folded, null);
  }
  return [...best.values()];
}

/**
 * Takes wordings out of the families as they stood, and gives them their new bodies. They are new wordings from then on.
 * @returns the pivots that lost or may lose wordings by it.
 */
async function changeBodies(tx: Tx, bodies: readonly NewBody[], apart: ReadonlySet<string>) {
  if (bodies.length === 0) return { bodies: 0, pivots: [] as string[] };
  const ids = bodies.map(({ id }) => id);
  const leaving = (await findPlaces(tx, ids)).filter(({ pivotId }) => pivotId !== null);
  const places = await settleFamilies([], wordingNeighbourhood(tx, [], apart), leaving);
  const before = await findPlaces(tx, [...places.keys()]);
  await writePlaces(tx, places);
  await writeBodies(tx, bodies);
  return { bodies: bodies.length, pivots: touchedPivots(before, places, leaving, []) };
}
