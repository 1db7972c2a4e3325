import type { SearchQuery } from "#lib/core/search/search-index";
import type { ArchiveSearch } from "#lib/core/search/views";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { askWithFacets } from "#lib/services/search/ask-with-facets";
import { describeHits } from "#lib/services/search/describe-hits";
import { nameValues } from "#lib/services/search/name-values";

const DEFAULT_PAGE_SIZE = 20;

/**
 * Searches everything that was ever archived.
 * @throws AppError `not_allowed`; `search_down` when the engine does not answer, whatever the reason.
 */
export async function searchArchive(actor: Actor, query: SearchQuery): Promise<ArchiveSearch> {
  assertMay(actor, "captures.read");
  const pageSize = query.pageSize ?? DEFAULT_PAGE_SIZE;
  const result = await askWithFacets({ ...query, pageSize });
  const valuesOf = (field: "caseId" | "hashtag") => [
    ...result.facets[field].map(({ value }) => value),
    ...(query.filters?.[field] ?? []),
  ];
  const [hits, names] = await Promise.all([
    describeHits(result.hits),
    nameValues({
      caseId: valuesOf("caseId"),
      hashtag: [...valuesOf("hashtag"), ...result.hits.flatMap((hit) => hit.hashtags)],
    }),
  ]);
  return {
    ...result,
    hits,
    names,
    page: query.page ?? 1,
    pageCount: Math.max(1, Math.ceil(result.total / pageSize)),
  };
}
