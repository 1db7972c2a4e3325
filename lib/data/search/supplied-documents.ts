import type { SearchDoc } from "#lib/core/search/search-index";
import type { Db } from "#lib/data/client";

/**
 * Supplied files as search shows them: found by file name, note and the address that they are said to show. Nobody here
 * looked at the original, so they have no outcome and no platform of their own. `suppliedBy` is who gave the file to the
 * newsroom, in the editor's words; where nothing was written, the colleague who brought it in.
 */
export async function readSuppliedDocuments(db: Db, ids: readonly string[]): Promise<SearchDoc[]> {
  const items = await db.suppliedItem.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      origin: true,
      note: true,
      claimedUrl: true,
      fileName: true,
      receivedAt: true,
      suppliedBy: { select: { name: true } },
      exhibits: { select: { caseFileId: true } },
    },
  });
  return items.map((item) => ({
    id: `supplied:${item.id}`,
    kind: "supplied",
    entityId: item.id,
    title: item.fileName,
    text: [item.note.trim(), item.claimedUrl].filter(Boolean).join("\n"),
    platform: "supplied",
    account: null,
    accountName: null,
    hashtags: [],
    language: null,
    outcome: null,
    url: item.claimedUrl ?? "",
    captureId: null,
    caseIds: [...new Set(item.exhibits.map((exhibit) => exhibit.caseFileId))].sort(),
    wordingId: null,
    phrasingId: null,
    bands: [],
    copies: 1,
    suppliedBy: item.origin.trim() || item.suppliedBy.name,
    at: item.receivedAt.toISOString(),
  }));
}

/** Ids of supplied files after one id, in order, for rebuilding. */
export async function listSuppliedIds(db: Db, after: string | null, take: number): Promise<string[]> {
  const where = after ? { id: { gt: after } } : {};
  const rows = await db.suppliedItem.findMany({ where, orderBy: { id: "asc" }, take, select: { id: true } });
  return rows.map((row) => row.id);
}

export async function countSupplied(db: Db): Promise<number> {
  return db.suppliedItem.count();
}
