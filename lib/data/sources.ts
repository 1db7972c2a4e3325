import type { PlatformId, RecognisedSource, SourceKind } from "#lib/core/captures/types";
import type { Db, Tx } from "#lib/data/client";
import { Prisma } from "#prisma/generated/client";

/**
 * Makes sure that each source has its row and holds the rows until the transaction ends, so that two people
 * who submit the same link at the same moment are served one after the other.
 * Rows are written and locked in one order: two such transactions wait for each other, never both.
 * @param sources each canonical URL once.
 * @returns ids by canonical URL.
 */
export async function ensureSources(tx: Tx, sources: readonly RecognisedSource[]): Promise<Map<string, string>> {
  if (sources.length === 0) return new Map();
  const ordered = sources.toSorted((a, b) => (a.canonicalUrl < b.canonicalUrl ? -1 : 1));
  await tx.source.createMany({ data: ordered.map((source) => ({ ...source })), skipDuplicates: true });
  const urls = ordered.map((source) => source.canonicalUrl);
  const rows = await tx.$queryRaw<{ id: string; canonical_url: string }[]>`
    SELECT id, canonical_url FROM source WHERE canonical_url IN (${Prisma.join(urls)})
    ORDER BY canonical_url COLLATE "C" FOR NO KEY UPDATE`;
  return new Map(rows.map((row) => [row.canonical_url, row.id]));
}

/** Holds one source until the transaction ends. @returns whether there is such a source. */
export async function lockSource(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM source WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** Ids of the sources that exist, by canonical URL. */
export async function findSourceIds(db: Db, canonicalUrls: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.source.findMany({
    where: { canonicalUrl: { in: [...canonicalUrls] } },
    select: { id: true, canonicalUrl: true },
  });
  return new Map(rows.map((row) => [row.canonicalUrl, row.id]));
}

/** What a source is, or null. */
export async function findSource(db: Db, id: string): Promise<{ platform: PlatformId; kind: SourceKind } | null> {
  const row = await db.source.findUnique({ where: { id }, select: { platform: true, kind: true } });
  // Only recognised sources are ever written.
  return row && { platform: row.platform as PlatformId, kind: row.kind };
}
