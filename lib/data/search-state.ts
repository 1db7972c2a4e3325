import type { Db } from "#lib/data/client";

/** What the search index was last filled as. */
export type SearchState = {
  engine: string;
  version: string;
  identity: string;
  documents: number;
  filledAt: Date;
};

/** @returns null when no index was filled since this is kept: then it is PostgreSQL's, made by an earlier version. */
export async function findSearchState(db: Db): Promise<SearchState | null> {
  return db.searchState.findUnique({ where: { id: 1 } });
}

/** Says, after a rebuild, what the index is now. */
export async function saveSearchState(db: Db, state: Omit<SearchState, "filledAt">): Promise<void> {
  const data = { ...state, filledAt: new Date() };
  await db.searchState.upsert({ where: { id: 1 }, create: data, update: data });
}

/** Gives the room back that PostgreSQL's own index takes, once another engine holds everything. */
export async function emptySearchDocuments(db: Db): Promise<void> {
  await db.$executeRaw`TRUNCATE search_document`;
}

export type OutboxCounts = {
  waiting: number;
  /** Those that failed by themselves and are tried again. */
  failed: number;
  /** The newest failure, for people, in English. */
  problem: string | null;
};

/** What the search index has still to hear of. */
export async function countOutbox(db: Db): Promise<OutboxCounts> {
  const [waiting, failed, newest] = await Promise.all([
    db.searchOutbox.count(),
    db.searchOutbox.count({ where: { attempts: { gt: 0 } } }),
    db.searchOutbox.findFirst({
      where: { problem: { not: null } },
      orderBy: { id: "desc" },
      select: { problem: true },
    }),
  ]);
  return { waiting, failed, problem: newest?.problem ?? null };
}
