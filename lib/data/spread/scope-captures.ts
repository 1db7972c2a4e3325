import type { Db } from "#lib/data/client";

/**
 * Captures of these sources, newest first, with how each list ended and how many posts it showed; and the ids of all that
 * hold content.
 */
export async function listCapturesOfSources(db: Db, sourceIds: readonly string[], take: number) {
  if (sourceIds.length === 0) return { rows: [], total: 0, ids: [] };
  const where = { sourceId: { in: [...sourceIds] } };
  const [rows, total, held] = await Promise.all([
    db.capture.findMany({
      where,
      orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
      take,
      select: {
        id: true,
        outcome: true,
        way: true,
        endedBy: true,
        limitsHit: true,
        finishedAt: true,
        source: { select: { label: true, platform: true } },
        _count: { select: { observations: true } },
      },
    }),
    db.capture.count({ where }),
    db.capture.findMany({ where: { ...where, outcome: { in: ["content", "partial"] } }, select: { id: true } }),
  ]);
  return { rows, total, ids: held.map(({ id }) => id) };
}

/** Sources that were captured as this account. */
export async function findAccountSources(db: Db, platform: string, handle: string): Promise<string[]> {
  const rows = await db.source.findMany({
    where: { kind: "account", platform, platformId: { equals: handle, mode: "insensitive" } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
