import type { DecidedWording, Decision } from "#lib/core/duplicates/group-families";
import type { Db } from "#lib/data/client";

export type StandingDecision = Decision & { id: string };

/** Decisions that nobody took back, oldest first. */
export async function listStandingDecisions(db: Db): Promise<StandingDecision[]> {
  const rows = await db.wordingDecision.findMany({
    where: { withdrawnAt: null },
    orderBy: { id: "asc" },
    select: { id: true, wordingAId: true, wordingBId: true, verdict: true },
  });
  return rows.map(({ id, wordingAId, wordingBId, verdict }) => ({
    id,
    wordingId: wordingAId,
    otherWordingId: wordingBId,
    verdict,
  }));
}

/** Decisions, made or taken back, that the families do not follow yet. */
export async function listUnsettledDecisions(db: Db) {
  return db.wordingDecision.findMany({
    where: { isSettled: false },
    select: { id: true, wordingAId: true, wordingBId: true },
  });
}

export async function markDecisionsSettled(db: Db, ids: readonly string[]): Promise<void> {
  await db.wordingDecision.updateMany({ where: { id: { in: [...ids] } }, data: { isSettled: true } });
}

/** The wordings that standing decisions name, with where they stand; those without a place yet are left out. */
export async function findDecidedWordings(db: Db): Promise<Map<string, DecidedWording>> {
  const rows = await db.$queryRaw<DecidedWording[]>`
    SELECT w.id, w.digest, w.pivot_id AS "pivotId", p.digest AS "pivotDigest", w.nearness
      FROM wording w JOIN wording p ON p.id = w.pivot_id
     WHERE w.id IN (SELECT wording_a_id FROM wording_decision WHERE withdrawn_at IS NULL
                    UNION SELECT wording_b_id FROM wording_decision WHERE withdrawn_at IS NULL)`;
  return new Map(rows.map((row) => [row.id, row]));
}

type NewDecision = { wordingId: string; otherWordingId: string; verdict: Decision["verdict"]; decidedById: string };

/** Writes a decision; an older one on the same two is taken back with it. @returns its id. */
export async function insertDecision(db: Db, decision: NewDecision): Promise<string> {
  const { wordingId, otherWordingId, verdict, decidedById } = decision;
  const [wordingAId, wordingBId] = [wordingId, otherWordingId].sort() as [string, string];
  await db.wordingDecision.updateMany({
    where: { wordingAId, wordingBId, withdrawnAt: null },
    data: { withdrawnAt: new Date(), withdrawnById: decidedById, isSettled: false },
  });
  const data = { wordingAId, wordingBId, verdict, decidedById };
  return (await db.wordingDecision.create({ data, select: { id: true } })).id;
}

/** Takes one back. @returns false when there is none, or it was taken back before. */
export async function withdrawDecisionRow(db: Db, id: string, withdrawnById: string): Promise<boolean> {
  const { count } = await db.wordingDecision.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: new Date(), withdrawnById, isSettled: false },
  });
  return count > 0;
}
