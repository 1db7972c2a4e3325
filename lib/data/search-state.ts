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
export async function emptyPostgresIndex(db: Db): Promise<void> {
  await db.$executeRaw`TRUNCATE search_document, search_word`;
}
