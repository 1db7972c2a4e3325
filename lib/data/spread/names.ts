import type { AccountName, PhrasingName } from "#lib/core/spread/views";
import type { Db } from "#lib/data/client";

/** Accounts by id, as pages name them. Unknown ids are missing. */
export async function findAccountNames(db: Db, ids: readonly string[]): Promise<Map<string, AccountName>> {
  const rows = await db.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, platform: true, handle: true, displayName: true },
  });
  return new Map(rows.map(({ id, displayName, ...account }) => [id, { ...account, name: displayName }]));
}

/** Phrasings by id, as pages name them. Unknown ids are missing. */
export async function findPhrasingNames(db: Db, ids: readonly string[]): Promise<Map<string, PhrasingName>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<PhrasingName[]>`
    SELECT f.id, coalesce(s.text, s.folded, '') AS text, f.post_count - f.repost_count AS originals,
           f.account_count AS accounts
      FROM phrasing f
      LEFT JOIN LATERAL (
        SELECT w.text, w.folded FROM wording w WHERE w.phrasing_id = f.id
         ORDER BY w.id = coalesce(f.usual_id, f.pivot_id) DESC NULLS LAST, w.digest LIMIT 1) s ON true
     WHERE f.id = ANY(${[...new Set(ids)]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
