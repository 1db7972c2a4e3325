"use server";

import type { z } from "zod";
import { requireActor } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import type { addExhibitsInput, removeExhibitsInput } from "#lib/schemas/case-inputs";
import type { deleteSearchInput, renameSearchInput, saveSearchInput } from "#lib/schemas/saved-search";
import { type AddedExhibits, addExhibits } from "#lib/services/cases/add-exhibits";
import { listOpenCases } from "#lib/services/cases/list-open-cases";
import { removeExhibits } from "#lib/services/cases/remove-exhibits";
import { type DeletedSearch, deleteSavedSearch } from "#lib/services/search/delete-saved-search";
import type { SavedSearch } from "#lib/services/search/list-saved-searches";
import { renameSavedSearch } from "#lib/services/search/rename-saved-search";
import { saveSearch } from "#lib/services/search/save-search";

// What the search page can do. Every action asks who is there; every service checks what they may.

export async function listOpenCasesAction(): Promise<ActionResult<Awaited<ReturnType<typeof listOpenCases>>>> {
  return runAction(async () => listOpenCases(await requireActor()));
}

export async function addExhibitsAction(input: z.input<typeof addExhibitsInput>): Promise<ActionResult<AddedExhibits>> {
  return runAction(async () => addExhibits(await requireActor(), input));
}

export async function removeExhibitsAction(input: z.input<typeof removeExhibitsInput>): Promise<ActionResult<void>> {
  return runAction(async () => removeExhibits(await requireActor(), input));
}

export async function saveSearchAction(input: z.input<typeof saveSearchInput>): Promise<ActionResult<SavedSearch>> {
  return runAction(async () => saveSearch(await requireActor(), input));
}

export async function renameSearchAction(input: z.input<typeof renameSearchInput>): Promise<ActionResult<void>> {
  return runAction(async () => renameSavedSearch(await requireActor(), input));
}

export async function deleteSearchAction(
  input: z.input<typeof deleteSearchInput>,
): Promise<ActionResult<DeletedSearch>> {
  return runAction(async () => deleteSavedSearch(await requireActor(), input));
}
