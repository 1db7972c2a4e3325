import { randomUUID } from "node:crypto";
import { type Grouping, groupFamilies } from "#lib/core/duplicates/group-families";
import { type Claim, nameGroups } from "#lib/core/duplicates/name-groups";
import type { Place, Placed } from "#lib/core/duplicates/settle-families";
import type { Tx } from "#lib/data/client";
import {
  countStars,
  findPhrasingsOfWordings,
  findPivotsSharingPhrasings,
  findStandingPivots,
  moveStars,
  moveWordings,
  type StarCount,
  writePhrasings,
} from "#lib/data/phrasings";
import { findDecidedWordings, listStandingDecisions } from "#lib/data/wording-decisions";

/** Wordings that are alone in a group because an editor took them out. */
const aloneKey = (wordingId: string) => `alone ${wordingId}`;

/**
 * Brings phrasings in line with families and decisions, for the stars (a pivot with all who stand near it) that a change
 * touched and all that hang together with them. A phrasing keeps its id while most of its wordings stay together.
 * @param pivotIds pivots of touched stars, also those that lost wordings.
 * @returns phrasings whose wordings are others than before, and those that they came from.
 */
export async function regroupStars(tx: Tx, pivotIds: readonly string[]): Promise<string[]> {
  const grouping = groupFamilies(await listStandingDecisions(tx), await findDecidedWordings(tx));
  const stars = await closeOver(tx, pivotIds, grouping);
  const expelled = [...grouping.expelled];
  const counts = await countStars(tx, stars, expelled);
  const alone = await findPhrasingsOfWordings(tx, expelled);
  const rootOf = (pivotId: string) => grouping.rootOf.get(pivotId) ?? pivotId;

  const claims = await claimsOf(tx, counts, alone, rootOf);
  const names = nameGroups(claims);
  // A star may have no wording but those that were taken out of it: then there is nothing to name.
  const groups = new Set([...counts.map(({ pivotId }) => rootOf(pivotId)), ...expelled.map(aloneKey)]);
  for (const group of groups) if (!names.has(group)) names.set(group, randomUUID());
  await writePhrasings(
    tx,
    [...groups].map((group) => ({ id: names.get(group) ?? "", pivotId: group.replace(/^alone /, "") })),
  );

  const present = new Set(counts.map(({ pivotId }) => pivotId));
  const moves = [...present].map((pivotId) => ({ pivotId, phrasingId: names.get(rootOf(pivotId)) ?? "" }));
  const wrong = counts.filter((count) => count.phrasingId !== names.get(rootOf(count.pivotId)));
  const changed = new Set(wrong.flatMap((count) => [count.phrasingId, names.get(rootOf(count.pivotId)) ?? null]));
  if (wrong.length > 0) await moveStars(tx, moves, expelled);
  for (const wordingId of expelled) {
    const phrasingId = names.get(aloneKey(wordingId)) ?? "";
    if (alone.get(wordingId) === phrasingId) continue;
    changed.add(phrasingId).add(alone.get(wordingId) ?? null);
    await moveWordings(tx, [{ id: wordingId, phrasingId }]);
  }
  return [...changed].filter((id) => id !== null);
}

async function claimsOf(
  tx: Tx,
  counts: readonly StarCount[],
  alone: ReadonlyMap<string, string>,
  rootOf: (pivotId: string) => string,
): Promise<Claim[]> {
  const sums = new Map<string, Claim>();
  const add = (phrasingId: string, group: string, wordings: number) => {
    const key = `${phrasingId} ${group}`;
    const sum = sums.get(key)?.wordings ?? 0;
    sums.set(key, { phrasingId, group, wordings: sum + wordings, holdsPivot: false });
  };
  for (const { pivotId, phrasingId, wordings } of counts) if (phrasingId) add(phrasingId, rootOf(pivotId), wordings);
  for (const [wordingId, phrasingId] of alone) add(phrasingId, aloneKey(wordingId), 1);
  const standing = await findStandingPivots(tx, [...new Set([...sums.values()].map(({ phrasingId }) => phrasingId))]);
  return [...sums.values()].map((claim) => {
    const pivotId = standing.get(claim.phrasingId);
    return { ...claim, holdsPivot: pivotId !== undefined && rootOf(pivotId) === claim.group };
  });
}

/** Everything that shares a group or a phrasing with the touched stars, until nothing more comes. */
async function closeOver(tx: Tx, pivotIds: readonly string[], grouping: Grouping): Promise<string[]> {
  const members = new Map<string, string[]>();
  for (const [pivotId, root] of grouping.rootOf) {
    const group = members.get(root);
    if (group) group.push(pivotId);
    else members.set(root, [pivotId]);
  }
  const found = new Set(pivotIds);
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const pivotId of await findPivotsSharingPhrasings(tx, [...found])) found.add(pivotId);
    for (const pivotId of [...found]) {
      for (const other of members.get(grouping.rootOf.get(pivotId) ?? "") ?? []) found.add(other);
    }
  }
  return [...found];
}

/**
 * The quick way, for new wordings that only joined families or founded ones of their own: each goes into its pivot's
 * phrasing. @returns false when a pivot rose or fell, or a decision is about one of the stars: then it takes `regroupStars`.
 */
export async function joinStars(
  tx: Tx,
  fresh: readonly Placed[],
  places: ReadonlyMap<string, Place>,
  decidedPivots: ReadonlySet<string>,
): Promise<boolean> {
  const freshIds = new Set(fresh.map(({ id }) => id));
  if (places.size !== freshIds.size) return false;
  for (const [id, { pivotId }] of places) if (!freshIds.has(id) || decidedPivots.has(pivotId)) return false;
  const had = await findPhrasingsOfWordings(tx, [...freshIds]);
  // One whose body changed had a phrasing before, which has to be brought in line too.
  if (had.size > 0) return false;
  const pivotIds = [...new Set([...places.values()].map(({ pivotId }) => pivotId))];
  const phrasingOf = await findPhrasingsOfWordings(tx, pivotIds);
  const made = pivotIds.filter((id) => !phrasingOf.has(id)).map((pivotId) => ({ id: randomUUID(), pivotId }));
  await writePhrasings(tx, made);
  for (const { id, pivotId } of made) phrasingOf.set(pivotId, id);
  await moveWordings(
    tx,
    [...places].map(([id, { pivotId }]) => ({ id, phrasingId: phrasingOf.get(pivotId) ?? "" })),
  );
  return true;
}
