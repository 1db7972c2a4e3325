import { db } from "#lib/data/client";
import { countSavedSearches, upsertSavedSearch } from "#lib/data/saved-searches";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { MAX_SAVED_SEARCHES, saveSearchInput } from "#lib/schemas/saved-search";
import { type SavedSearch, savedSearchView } from "#lib/services/search/list-saved-searches";

/**
 * Keeps a search of this person under a name. The same search saved before takes the new name; it is never there twice.
 * @param input saveSearchInput; with `restore` a deleted one comes back.
 * @throws AppError `not_allowed`, `bad_input` (fields: `name`, or `query` when there are too many).
 */
export async function saveSearch(actor: Actor, input: unknown): Promise<SavedSearch> {
  assertMay(actor, "captures.read");
  const { name, query, restore } = parseInput(saveSearchInput, input);
  if ((await countSavedSearches(db(), actor.id)) >= MAX_SAVED_SEARCHES) {
    throw new AppError("bad_input", "Too many saved searches", { fields: { query: "too_many" } });
  }
  const row = { name, query, createdById: actor.id };
  const again = restore && { id: restore.id, createdAt: new Date(restore.createdAt) };
  return savedSearchView(await db().$transaction((tx) => upsertSavedSearch(tx, { ...row, ...again })));
}
