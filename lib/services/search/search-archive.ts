import type { SearchQuery, SearchResult } from "#lib/core/search/search-index";
import type { ArchiveSearch } from "#lib/core/search/views";
import { findPictures } from "#lib/data/capture-pictures";
import { db } from "#lib/data/client";
import { findPlacesOfCaptures } from "#lib/data/source-timelines";
import { AppError, toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { currentIndex } from "#lib/services/search/current-index";

const DEFAULT_PAGE_SIZE = 20;

/**
 * Searches everything that was ever archived.
 * @throws AppError `not_allowed`; `search_down` when the engine does not answer, whatever the reason.
 */
export async function searchArchive(actor: Actor, query: SearchQuery): Promise<ArchiveSearch> {
  assertMay(actor, "captures.read");
  const pageSize = query.pageSize ?? DEFAULT_PAGE_SIZE;
  const result = await ask({ ...query, pageSize });
  const pictures = await findPictures(
    db(),
    result.hits.flatMap((hit) => (hit.captureId ? [{ key: hit.id, captureId: hit.captureId, url: hit.url }] : [])),
  );
  const captureIds = result.hits.flatMap((hit) => hit.captureId ?? []);
  const places = await findPlacesOfCaptures(db(), captureIds);
  return {
    ...result,
    hits: result.hits.map((hit) => ({
      ...hit,
      picture: pictures.get(hit.id) ?? null,
      sourceId: places.get(hit.captureId ?? "")?.sourceId ?? null,
      way: places.get(hit.captureId ?? "")?.way ?? "browser",
    })),
    page: query.page ?? 1,
    pageCount: Math.max(1, Math.ceil(result.total / pageSize)),
  };
}

async function ask(query: SearchQuery): Promise<SearchResult> {
  try {
    return await currentIndex().search(query);
  } catch (thrown) {
    const error = toAppError(thrown);
    logger.error({ err: thrown }, "search failed");
    throw error.code === "search_down" ? error : new AppError("search_down", error.message, {}, { cause: thrown });
  }
}
