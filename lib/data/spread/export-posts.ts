import type { Db } from "#lib/data/client";
import { type Period, within } from "#lib/data/spread/scope";
import { Prisma } from "#prisma/generated/client";

export type ExportScope = { kind: "hashtag" | "account" | "phrasing"; id: string };

export type ExportRow = {
  id: string;
  platform: string;
  platformId: string;
  url: string;
  handle: string | null;
  name: string | null;
  postedAt: Date | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  availability: string;
  language: string | null;
  isRepost: boolean;
  text: string | null;
  hashtags: string[];
  wordingId: string | null;
  phrasingId: string | null;
  phrasingPosts: number | null;
  phrasingReposts: number | null;
  /** The newest capture that holds its content. */
  captureId: string | null;
};

const BATCH = 1_000;

/** Which batch is wanted: posts with a time, or those without, from the beginning or after one of them. */
type Cursor = { isDated: boolean; after: { postedAt: Date | null; id: string } | null; batch: number };

/**
 * The posts of a scope in batches, oldest first and those without a time last; each batch begins where the one before
 * ended, so that the first posts are on their way while the last are not read yet.
 */
export async function* exportPosts(
  db: Db,
  scope: ExportScope,
  period: Period,
  batch = BATCH,
): AsyncGenerator<ExportRow[]> {
  for (const isDated of [true, false]) {
    let after: Cursor["after"] = null;
    do {
      const rows: ExportRow[] = await readBatch(db, keysOf(scope, period, { isDated, after, batch }));
      if (rows.length > 0) yield rows;
      after = rows.length === batch ? (rows.at(-1) ?? null) : null;
    } while (after);
  }
}

function readBatch(db: Db, keys: Prisma.Sql): Promise<ExportRow[]> {
  return db.$queryRaw<ExportRow[]>`
    SELECT p.id, p.platform, p.platform_id AS "platformId", p.canonical_url AS url, a.handle, a.display_name AS name,
           p.posted_at AS "postedAt", p.first_seen_at AS "firstSeenAt", p.last_seen_at AS "lastSeenAt",
           p.availability::text AS availability, p.language, is_repost(p.text) AS "isRepost", p.text,
           ARRAY(SELECT t.text FROM post_hashtag x JOIN hashtag t ON t.id = x.hashtag_id
                  WHERE x.post_id = p.id ORDER BY t.folded) AS hashtags,
           p.wording_id AS "wordingId", f.id AS "phrasingId", f.post_count AS "phrasingPosts",
           f.repost_count AS "phrasingReposts",
           (SELECT o.capture_id FROM observation o WHERE o.post_id = p.id AND o.outcome IN ('content', 'partial')
             ORDER BY o.seen_at DESC, o.id DESC LIMIT 1) AS "captureId"
      FROM (${keys}) k JOIN post p ON p.id = k.id
      LEFT JOIN account a ON a.id = p.account_id
      LEFT JOIN wording w ON w.id = p.wording_id LEFT JOIN phrasing f ON f.id = w.phrasing_id
     ORDER BY p.posted_at NULLS LAST, p.id`;
}

function keysOf({ kind, id }: ExportScope, period: Period, { isDated, after, batch }: Cursor): Prisma.Sql {
  const [alias, key] = kind === "hashtag" ? (["h", "h.post_id"] as const) : (["p", "p.id"] as const);
  const from = {
    hashtag: Prisma.sql`post_hashtag h WHERE h.hashtag_id = ${id}::uuid`,
    account: Prisma.sql`post p WHERE p.account_id = ${id}::uuid`,
    phrasing: Prisma.sql`post p WHERE p.wording_id IN (SELECT id FROM wording WHERE phrasing_id = ${id}::uuid)`,
  }[kind];
  const [at, post] = [Prisma.raw(`${alias}.posted_at`), Prisma.raw(key)];
  const later = after ? Prisma.sql`AND ${post} > ${after.id}::uuid` : Prisma.empty;
  const beyond = !isDated
    ? Prisma.sql`AND ${at} IS NULL ${later}`
    : after
      ? Prisma.sql`AND ${at} >= ${after.postedAt} AND (${at} > ${after.postedAt} OR ${post} > ${after.id}::uuid)`
      : Prisma.sql`AND ${at} IS NOT NULL`;
  return Prisma.sql`SELECT ${post} AS id FROM ${from} ${within(alias, period)} ${beyond}
                     ORDER BY ${at}, ${post} LIMIT ${batch}`;
}
