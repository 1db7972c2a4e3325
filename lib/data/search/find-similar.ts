import type { SimilarQuery } from "#lib/core/search/search-index";
import type { Db } from "#lib/data/client";

/** Wordings that share band keys with a sketch, those that share most first. */
export async function findSimilar(db: Db, { bands, limit }: SimilarQuery): Promise<string[]> {
  if (bands.length === 0) return [];
  const keys = [...bands];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM wording
     WHERE bands && ${keys}::int[]
     ORDER BY (SELECT count(*) FROM unnest(bands) AS band WHERE band = ANY(${keys}::int[])) DESC, id
     LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
