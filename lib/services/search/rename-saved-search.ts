import { db } from "#lib/data/client";
import { renameSavedSearchRow } from "#lib/data/saved-searches";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { renameSearchInput } from "#lib/schemas/saved-search";

/**
 * Gives a saved search of this person another name.
 * @param input renameSearchInput.
 * @throws AppError `not_allowed`, `bad_input`, `not_found` also when it is somebody else's.
 */
export async function renameSavedSearch(actor: Actor, input: unknown): Promise<void> {
  assertMay(actor, "captures.read");
  const { id, name } = parseInput(renameSearchInput, input);
  if (!(await renameSavedSearchRow(db(), id, actor.id, name))) throw new AppError("not_found", `No saved search ${id}`);
}
