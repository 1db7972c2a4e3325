import type { Db } from "#lib/data/client";

/** Captures of these sources, newest first, with how each list ended and how many posts it showed. */
export async function listCapturesOfSources(db: Db, sourceIds: readonly string[], take: number) {
  if (sourceIds.length === 0) return { rows: [], total: 0 };
  const where = { sourceId: { in: [...sourceIds] } };
  const [rows, total] = await Promise.all([
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
  ]);
  return { rows, total };
}

/** Sources that were captured as this account. */
export async function findAccountSources(db: Db, platform: string, handle: string): Promise<string[]> {
  const rows = await db.source.findMany({
    where: { kind: "account", platform, platformId: { equals: handle, mode: "insensitive" } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
