import { z } from "zod";
import { readSearchText, searchText } from "#lib/schemas/search-query";

/** Saved searches of one person; more is a mistake or a program. */
export const MAX_SAVED_SEARCHES = 200;
export const MAX_SEARCH_NAME_CHARS = 120;

const name = z.string().trim().min(1, "missing").max(MAX_SEARCH_NAME_CHARS, "too_long");
/** Canonical and without a page: who comes back begins at the first one. */
const query = z
  .string()
  .max(16_000, "too_long")
  .transform((text) => searchText({ ...readSearchText(text), page: 1 }));

export const saveSearchInput = z.object({
  name,
  query,
  /** For undoing a deletion: the row as it was. */
  restore: z.object({ id: z.uuid(), createdAt: z.iso.datetime() }).optional(),
});

export const renameSearchInput = z.object({ id: z.uuid(), name });
export const deleteSearchInput = z.object({ id: z.uuid() });
