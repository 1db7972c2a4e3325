import type { Db, Tx } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

const LINE = { id: true, name: true, query: true, createdAt: true } as const satisfies Prisma.SavedSearchSelect;

export type SavedSearchRow = Prisma.SavedSearchGetPayload<{ select: typeof LINE }>;

/** The saved searches of a person, newest first. */
export async function listSavedSearchRows(db: Db, personId: string): Promise<SavedSearchRow[]> {
  return db.savedSearch.findMany({
    where: { createdById: personId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: LINE,
  });
}

export async function countSavedSearches(db: Db, personId: string): Promise<number> {
  return db.savedSearch.count({ where: { createdById: personId } });
}

/** Saves a search; the same search saved before takes the new name. @param row.id and `createdAt` to put one back. */
export async function upsertSavedSearch(
  tx: Tx,
  row: { id?: string; name: string; query: string; createdById: string; createdAt?: Date },
): Promise<SavedSearchRow> {
  const { name, query, createdById } = row;
  return tx.savedSearch.upsert({
    where: { createdById_query: { createdById, query } },
    create: row,
    update: { name },
    select: LINE,
  });
}

/** Gives a person's saved search another name. @returns whether this person has it. */
export async function renameSavedSearchRow(db: Db, id: string, personId: string, name: string): Promise<boolean> {
  const { count } = await db.savedSearch.updateMany({ where: { id, createdById: personId }, data: { name } });
  return count > 0;
}

/** Deletes a person's saved search. @returns the row as it was, or null when this person has no such search. */
export async function deleteSavedSearchRow(tx: Tx, id: string, personId: string): Promise<SavedSearchRow | null> {
  const row = await tx.savedSearch.findFirst({ where: { id, createdById: personId }, select: LINE });
  if (row) await tx.savedSearch.delete({ where: { id } });
  return row;
}
