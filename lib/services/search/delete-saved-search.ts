import type { z } from "zod";
import { db } from "#lib/data/client";
import { deleteSavedSearchRow } from "#lib/data/saved-searches";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { deleteSearchInput, type saveSearchInput } from "#lib/schemas/saved-search";

/** `undo` given to saveSearch puts the search back where it was. */
export type DeletedSearch = { undo: z.input<typeof saveSearchInput> };

/**
 * Deletes a saved search of this person.
 * @param input deleteSearchInput.
 * @throws AppError `not_allowed`, `bad_input`, `not_found` also when it is somebody else's.
 */
export async function deleteSavedSearch(actor: Actor, input: unknown): Promise<DeletedSearch> {
  assertMay(actor, "captures.read");
  const { id } = parseInput(deleteSearchInput, input);
  const row = await db().$transaction((tx) => deleteSavedSearchRow(tx, id, actor.id));
  if (!row) throw new AppError("not_found", `No saved search ${id}`);
  const { name, query, createdAt } = row;
  return { undo: { name, query, restore: { id, createdAt: createdAt.toISOString() } } };
}
