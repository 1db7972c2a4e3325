import type { Outcome } from "#lib/core/captures/types";
import type { Db } from "#lib/data/client";
import { Prisma } from "#prisma/generated/client";

export type AccountRow = { id: string; platform: string; handle: string; displayName: string | null };

const ACCOUNT = { id: true, platform: true, handle: true, displayName: true } as const;

/** An account by platform and handle, in any case of letters. */
export async function findAccount(db: Db, platform: string, handle: string): Promise<AccountRow | null> {
  const where = { platform_handle: { platform, handle: handle.toLowerCase() } };
  return db.account.findUnique({ where, select: ACCOUNT });
}

/** Accounts of this handle on any platform. */
export async function findAccountsByHandle(db: Db, handle: string): Promise<AccountRow[]> {
  return db.account.findMany({
    where: { handle: handle.toLowerCase() },
    select: ACCOUNT,
    orderBy: { platform: "asc" },
  });
}

export type AccountLine = Omit<AccountRow, "id"> & { posts: number; newestAt: Date | null };

/** One page of accounts, with the number of all that match. @param q a part of a handle or of a name. */
export async function listAccounts(
  db: Db,
  { q, sort, skip, take }: { q: string; sort: "posts" | "newest" | "handle"; skip: number; take: number },
): Promise<{ rows: AccountLine[]; total: number }> {
  const matching = q
    ? Prisma.sql`WHERE strpos(a.handle, ${q.toLowerCase()}) > 0 OR strpos(lower(a.display_name), ${q.toLowerCase()}) > 0`
    : Prisma.empty;
  const order = {
    posts: Prisma.sql`c.posts DESC, a.handle`,
    newest: Prisma.sql`c.newest DESC NULLS LAST, a.handle`,
    handle: Prisma.sql`a.handle`,
  }[sort];
  const rows = await db.$queryRaw<(AccountLine & { total: number })[]>`
    SELECT a.platform, a.handle, a.display_name AS "displayName", c.posts::int AS posts, c.newest AS "newestAt",
           (count(*) OVER ())::int AS total
      FROM account a
      JOIN (SELECT account_id, count(*) AS posts, max(posted_at) AS newest FROM post
             WHERE account_id IS NOT NULL GROUP BY account_id) c ON c.account_id = a.id
      ${matching}
     ORDER BY ${order}, a.platform LIMIT ${take} OFFSET ${skip}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export type NameSeen = { name: string | null; handle: string | null; firstAt: Date; lastAt: Date; times: number };

/** Of an account's posts so many are looked at for its names, the newest. */
export const MAX_NAMED_POSTS = 20_000;

/** The names under which captures saw an account, oldest first, with the spelling of its handle then. */
export async function readNames(db: Db, accountId: string): Promise<NameSeen[]> {
  return db.$queryRaw`
    SELECT o.author_name AS name, o.author_handle AS handle, min(o.seen_at) AS "firstAt", max(o.seen_at) AS "lastAt",
           count(*)::int AS times
      FROM (SELECT id FROM post WHERE account_id = ${accountId}::uuid
             ORDER BY posted_at DESC NULLS LAST LIMIT ${MAX_NAMED_POSTS}) p
      JOIN observation o ON o.post_id = p.id
     WHERE o.author_name IS NOT NULL OR o.author_handle IS NOT NULL
     GROUP BY o.author_name, o.author_handle ORDER BY min(o.seen_at), o.author_name, o.author_handle`;
}

/** In which state the posts of an account were when they were last seen. */
export async function countAvailability(db: Db, accountId: string): Promise<{ outcome: Outcome; posts: number }[]> {
  const groups = await db.post.groupBy({ by: ["availability"], where: { accountId }, _count: { _all: true } });
  return groups
    .map(({ availability, _count }) => ({ outcome: availability, posts: _count._all }))
    .sort((a, b) => b.posts - a.posts);
}
