import type { SearchIndex } from "#lib/core/search/search-index";
import { postgresIndex } from "#lib/data/search/postgres-index";

/** The search engine of this installation. Services ask here; nobody else knows which one it is. */
export function currentIndex(): SearchIndex {
  return postgresIndex;
}
