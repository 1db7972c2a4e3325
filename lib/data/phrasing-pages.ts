import type { Db } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

export type PhrasingFilter = {
  /** Only these. */
  ids?: readonly string[];
  minPosts: number;
  minAccounts: number;
  /** Some post may lie in these days: the first is not after the last of them, the last not before the first. */
  from?: Date;
  to?: Date;
};

export type PhrasingOrder = "copies" | "newest";

/** Phrasings that fit, in order; each order has an index, so pages are cut without sorting all. */
export async function listPhrasings(
  db: Db,
  { ids, minPosts, minAccounts, from, to }: PhrasingFilter,
  order: PhrasingOrder,
  page: { skip: number; take: number },
) {
  const last: Prisma.DateTimeNullableFilter = { ...(order === "newest" && { not: null }), ...(from && { gte: from }) };
  return db.phrasing.findMany({
    where: {
      ...(ids && { id: { in: [...ids] } }),
      // A phrasing has at least as many posts as accounts: said, the index of posts can be used for both.
      postCount: { gte: Math.max(minPosts, minAccounts) },
      ...(minAccounts > 1 && { accountCount: { gte: minAccounts } }),
      ...(Object.keys(last).length > 0 && { lastPostedAt: last }),
      ...(to && { firstPostedAt: { lt: to } }),
    },
    orderBy: order === "copies" ? [{ postCount: "desc" }, { id: "desc" }] : [{ lastPostedAt: "desc" }, { id: "desc" }],
    ...page,
  });
}
export type PhrasingRow = Awaited<ReturnType<typeof listPhrasings>>[number];

/** A phrasing; null when there is none of this id, or not any more. */
export async function findPhrasing(db: Db, id: string): Promise<PhrasingRow | null> {
  return db.phrasing.findUnique({ where: { id } });
}

/** Where a wording belongs now; `phrasingId` is null until it was compared. */
export async function findPhrasingOfWording(db: Db, wordingId: string): Promise<{ phrasingId: string | null } | null> {
  return db.wording.findUnique({ where: { id: wordingId }, select: { phrasingId: true } });
}

const WORDING = { select: { id: true, text: true, folded: true, phrasingId: true } } as const;
const DECISION = {
  wordingA: WORDING,
  wordingB: WORDING,
  decidedBy: { select: { name: true } },
  withdrawnBy: { select: { name: true } },
} satisfies Prisma.WordingDecisionInclude;
export type DecisionListRow = Prisma.WordingDecisionGetPayload<{ include: typeof DECISION }>;

/** What was decided about any wording of a phrasing, the newest first, withdrawn decisions too. */
export async function listDecisionsOfPhrasing(db: Db, phrasingId: string, take: number): Promise<DecisionListRow[]> {
  return db.wordingDecision.findMany({
    where: { OR: [{ wordingA: { phrasingId } }, { wordingB: { phrasingId } }] },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take,
    include: DECISION,
  });
}

/** These decisions, oldest first. */
export async function listDecisionsById(db: Db, ids: readonly string[]): Promise<DecisionListRow[]> {
  return db.wordingDecision.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
    include: DECISION,
  });
}

/** Ids of a phrasing's wordings, those that most posts have first. */
export async function listWordingIdsByPosts(
  db: Db,
  phrasingId: string,
  page: { skip: number; take: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT w.id FROM wording w LEFT JOIN post p ON p.wording_id = w.id
     WHERE w.phrasing_id = ${phrasingId}::uuid
     GROUP BY w.id ORDER BY count(p.id) DESC, w.nearness DESC NULLS LAST, w.digest
     LIMIT ${page.take} OFFSET ${page.skip}`;
  return rows.map(({ id }) => id);
}

/** Ids of the posts of wordings or of a whole phrasing, oldest first, those without a time last. */
export async function listPostIdsOfPhrasing(
  db: Db,
  phrasingId: string,
  page: { skip: number; take: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM wording w JOIN post p ON p.wording_id = w.id
     WHERE w.phrasing_id = ${phrasingId}::uuid
     ORDER BY p.posted_at NULLS LAST, p.id
     LIMIT ${page.take} OFFSET ${page.skip}`;
  return rows.map(({ id }) => id);
}
