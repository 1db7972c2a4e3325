import { Prisma } from "#prisma/generated/client";

/** Whose posts are counted. */
export type SpreadScope = { kind: "hashtag" | "account" | "phrasing"; id: string };

/** Posted from (inclusive) to (exclusive); null is no limit. A limit leaves out posts without a time. */
export type Period = { from: Date | null; to: Date | null };

export const ALWAYS: Period = { from: null, to: null };

/**
 * What counting needs of the posts of a scope: `account_id, posted_at, wording_id, is_repost`. A hashtag is read out of
 * one index; posts of an account or a phrasing are read one by one, which are fewer.
 */
export function scopeRows(scope: SpreadScope, period: Period): Prisma.Sql {
  if (scope.kind === "hashtag") {
    return Prisma.sql`
      SELECT h.account_id, h.posted_at, h.wording_id, h.is_repost FROM post_hashtag h
       WHERE h.hashtag_id = ${scope.id}::uuid ${within("h", period)}`;
  }
  if (scope.kind === "phrasing") {
    return Prisma.sql`
      SELECT p.account_id, p.posted_at, p.wording_id, is_repost(p.text) AS is_repost
        FROM wording w JOIN post p ON p.wording_id = w.id
       WHERE w.phrasing_id = ${scope.id}::uuid ${within("p", period)}`;
  }
  return Prisma.sql`
    SELECT p.account_id, p.posted_at, p.wording_id, is_repost(p.text) AS is_repost FROM post p
     WHERE p.account_id = ${scope.id}::uuid ${within("p", period)}`;
}

/** The period as conditions that go on after others. @param alias of the table with `posted_at`. */
export function within(alias: "h" | "p", { from, to }: Period): Prisma.Sql {
  const column = Prisma.raw(`${alias}.posted_at`);
  return Prisma.sql`${from ? Prisma.sql`AND ${column} >= ${from}` : Prisma.empty}
    ${to ? Prisma.sql`AND ${column} < ${to}` : Prisma.empty}`;
}

/**
 * Wordings with their phrasing, where that has more than one original post in the archive: copied wordings. Found from
 * the few phrasings that have several posts, not from the many wordings.
 */
export const COPIED_WORDINGS = Prisma.sql`
  SELECT w.id, w.phrasing_id FROM phrasing f JOIN wording w ON w.phrasing_id = f.id
   WHERE f.post_count > 1 AND f.post_count - f.repost_count > 1`;
