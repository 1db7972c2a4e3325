import { FOLD_VERSION, foldText } from "#lib/core/text/fold";
import type { Db, Tx } from "#lib/data/client";
import { wordingDigest } from "#lib/data/wordings";

/** How many wordings of one pivot are in one phrasing just now; null: in none yet. */
export type StarCount = { pivotId: string; phrasingId: string | null; wordings: number };

/** The stars (a pivot with all who stand near it) of these pivots, by the phrasings that their wordings are in. */
export async function countStars(db: Db, pivotIds: readonly string[], except: readonly string[]): Promise<StarCount[]> {
  const rows = await db.$queryRaw<(Omit<StarCount, "wordings"> & { wordings: bigint })[]>`
    SELECT pivot_id AS "pivotId", phrasing_id AS "phrasingId", count(*) AS wordings
      FROM wording
     WHERE pivot_id = ANY(${[...pivotIds]}::uuid[]) AND NOT id = ANY(${[...except]}::uuid[])
     GROUP BY pivot_id, phrasing_id`;
  return rows.map((row) => ({ ...row, wordings: Number(row.wordings) }));
}

/** Every pivot of a phrasing that one of these stars has wordings in. */
export async function findPivotsSharingPhrasings(db: Db, pivotIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ pivotId: string }[]>`
    SELECT DISTINCT pivot_id AS "pivotId" FROM wording
     WHERE pivot_id IS NOT NULL AND phrasing_id IN (
       SELECT phrasing_id FROM wording WHERE pivot_id = ANY(${[...pivotIds]}::uuid[]) AND phrasing_id IS NOT NULL)`;
  return rows.map((row) => row.pivotId);
}

/** The phrasings of these wordings; those without one are left out. */
export async function findPhrasingsOfWordings(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.wording.findMany({
    where: { id: { in: [...ids] }, phrasingId: { not: null } },
    select: { id: true, phrasingId: true },
  });
  return new Map(rows.flatMap(({ id, phrasingId }) => (phrasingId ? [[id, phrasingId] as const] : [])));
}

/** Which wording stands for each of these phrasings. */
export async function findStandingPivots(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.phrasing.findMany({ where: { id: { in: [...ids] } }, select: { id: true, pivotId: true } });
  return new Map(rows.flatMap(({ id, pivotId }) => (pivotId ? [[id, pivotId] as const] : [])));
}

/** Makes phrasings, or says which wording stands for them now. */
export async function writePhrasings(tx: Tx, phrasings: readonly { id: string; pivotId: string }[]): Promise<void> {
  for (const batch of batches(phrasings)) {
    await tx.$executeRaw`
      INSERT INTO phrasing (id, pivot_id)
      SELECT p.id, p."pivotId"
        FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS p(id uuid, "pivotId" uuid)
      ON CONFLICT (id) DO UPDATE SET pivot_id = EXCLUDED.pivot_id
       WHERE phrasing.pivot_id IS DISTINCT FROM EXCLUDED.pivot_id`;
  }
}

/** Puts whole stars into phrasings, single wordings excepted. */
export async function moveStars(
  tx: Tx,
  stars: readonly { pivotId: string; phrasingId: string }[],
  except: readonly string[],
): Promise<void> {
  for (const batch of batches(stars)) {
    await tx.$executeRaw`
      UPDATE wording w SET phrasing_id = s."phrasingId"
        FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS s("pivotId" uuid, "phrasingId" uuid)
       WHERE w.pivot_id = s."pivotId" AND w.phrasing_id IS DISTINCT FROM s."phrasingId"
         AND NOT w.id = ANY(${[...except]}::uuid[])`;
  }
}

/** A statement's parameter is held in memory several times over. */
function* batches<T>(list: readonly T[], size = 10_000): Generator<T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}

/** Puts single wordings into phrasings. */
export async function moveWordings(tx: Tx, moves: readonly { id: string; phrasingId: string }[]): Promise<void> {
  if (moves.length === 0) return;
  await tx.$executeRaw`
    UPDATE wording w SET phrasing_id = m."phrasingId"
      FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS m(id uuid, "phrasingId" uuid)
     WHERE w.id = m.id AND w.phrasing_id IS DISTINCT FROM m."phrasingId"`;
}

/** The posts that have these wordings now. */
export async function listPostsOfWordings(db: Db, wordingIds: readonly string[]): Promise<string[]> {
  const rows = await db.post.findMany({ where: { wordingId: { in: [...wordingIds] } }, select: { id: true } });
  return rows.map((row) => row.id);
}

/**
 * Every phrasing whose wordings these posts have or had: a post whose text changed leaves its old one with one post less.
 */
export async function listPhrasingsOfPosts(db: Db, postIds: readonly string[]): Promise<string[]> {
  if (postIds.length === 0) return [];
  const posts = await db.post.findMany({
    where: { id: { in: [...postIds] } },
    select: {
      wordingId: true,
      observations: { where: { text: { not: null } }, select: { text: true }, distinct: ["text"] },
    },
  });
  const digests = posts.flatMap((post) => post.observations.map((seen) => wordingDigest(foldText(seen.text ?? ""))));
  const rows = await db.wording.findMany({
    where: {
      phrasingId: { not: null },
      OR: [
        { id: { in: posts.flatMap((post) => post.wordingId ?? []) } },
        { foldVersion: FOLD_VERSION, digest: { in: [...new Set(digests)] } },
      ],
    },
    select: { phrasingId: true },
  });
  return [...new Set(rows.flatMap((row) => row.phrasingId ?? []))];
}

export type Recounted = { id: string; before: number; after: number };

/**
 * Counts these phrasings anew from their posts. A repost is one by its own words (`RT @…`).
 * @returns how many posts each had and has.
 */
export async function recountPhrasings(db: Db, ids: readonly string[]): Promise<Recounted[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<Recounted[]>`
    WITH wanted AS (SELECT id, post_count FROM phrasing WHERE id = ANY(${[...ids].sort()}::uuid[])),
    each AS (
      SELECT w.phrasing_id, w.id, w.digest, count(p.id) AS posts, min(p.first_seen_at) AS first_seen
        FROM wording w LEFT JOIN post p ON p.wording_id = w.id
       WHERE w.phrasing_id IN (SELECT id FROM wanted)
       GROUP BY w.id),
    usual AS (
      SELECT DISTINCT ON (phrasing_id) phrasing_id, id FROM each
       ORDER BY phrasing_id, posts DESC, first_seen NULLS LAST, digest),
    counted AS (
      SELECT w.phrasing_id AS id, count(DISTINCT w.id)::int AS wordings, count(p.id)::int AS posts,
             (count(p.id) FILTER (WHERE p.text ~* '^\\s*RT\\s+@'))::int AS reposts,
             count(DISTINCT p.account_id)::int AS accounts, min(p.posted_at) AS first_posted,
             max(p.posted_at) AS last_posted, min(p.first_seen_at) AS first_seen
        FROM wording w LEFT JOIN post p ON p.wording_id = w.id
       WHERE w.phrasing_id IN (SELECT id FROM wanted)
       GROUP BY w.phrasing_id)
    UPDATE phrasing f
       SET wording_count = coalesce(c.wordings, 0), post_count = coalesce(c.posts, 0),
           repost_count = coalesce(c.reposts, 0), account_count = coalesce(c.accounts, 0),
           first_posted_at = c.first_posted, last_posted_at = c.last_posted, first_seen_at = c.first_seen,
           usual_id = u.id
      FROM wanted LEFT JOIN counted c ON c.id = wanted.id LEFT JOIN usual u ON u.phrasing_id = wanted.id
     WHERE f.id = wanted.id
    RETURNING f.id, wanted.post_count AS before, f.post_count AS after`;
}

/**
 * Pivots whose wordings are in several phrasings or in none, or that share one with another pivot. Editors' decisions
 * explain some of them; a rebuild looks at the others.
 */
export async function findOddStars(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ pivotId: string }[]>`
    SELECT pivot_id AS "pivotId" FROM wording WHERE pivot_id IS NOT NULL
     GROUP BY pivot_id HAVING count(DISTINCT phrasing_id) <> 1 OR count(phrasing_id) <> count(*)
    UNION
    SELECT DISTINCT w.pivot_id FROM wording w
      JOIN (SELECT phrasing_id FROM wording WHERE pivot_id IS NOT NULL AND phrasing_id IS NOT NULL
             GROUP BY phrasing_id HAVING count(DISTINCT pivot_id) > 1) AS shared USING (phrasing_id)
     WHERE w.pivot_id IS NOT NULL`;
  return rows.map((row) => row.pivotId);
}
