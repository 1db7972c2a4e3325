import type { SearchQuery, SearchResult } from "#lib/core/search/search-index";
import { AppError, toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { currentIndex } from "#lib/services/search/current-index";

/** Asks the engine. @throws AppError `search_down` when it does not answer, whatever the reason. */
export async function askIndex(query: SearchQuery): Promise<SearchResult> {
  try {
    return await currentIndex().search(query);
  } catch (thrown) {
    const error = toAppError(thrown);
    logger.error({ err: thrown }, "search failed");
    throw error.code === "search_down" ? error : new AppError("search_down", error.message, {}, { cause: thrown });
  }
}
