import { db } from "#lib/data/client";
import { listSavedSearchRows, type SavedSearchRow } from "#lib/data/saved-searches";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

/** A search that somebody wants to come back to; `query` is what stands after `?` in its address. */
export type SavedSearch = { id: string; name: string; query: string; createdAt: string };

/** What this person saved, newest first. @throws AppError `not_allowed` */
export async function listSavedSearches(actor: Actor): Promise<SavedSearch[]> {
  assertMay(actor, "captures.read");
  return (await listSavedSearchRows(db(), actor.id)).map(savedSearchView);
}

export function savedSearchView(row: SavedSearchRow): SavedSearch {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
