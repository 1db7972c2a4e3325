import { FACET_FIELDS, type SearchQuery, type SearchResult } from "#lib/core/search/search-index";
import type { ArchiveSearch } from "#lib/core/search/views";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { askIndex } from "#lib/services/search/ask-index";
import { describeHits } from "#lib/services/search/describe-hits";
import { nameValues } from "#lib/services/search/name-values";

const DEFAULT_PAGE_SIZE = 20;

/**
 * Searches everything that was ever archived. A facet that is filtered by counts its other values as if it were not:
 * the values of one filter are joined with "or", so these are what choosing them would add.
 * @throws AppError `not_allowed`; `search_down` when the engine does not answer, whatever the reason.
 */
export async function searchArchive(actor: Actor, query: SearchQuery): Promise<ArchiveSearch> {
  assertMay(actor, "captures.read");
  const pageSize = query.pageSize ?? DEFAULT_PAGE_SIZE;
  const [result, widened] = await Promise.all([askIndex({ ...query, pageSize }), countWidened(query)]);
  const facets = { ...result.facets, ...widened };
  const valuesOf = (field: "caseId" | "hashtag") => [
    ...facets[field].map(({ value }) => value),
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
    facets,
    hits,
    names,
    page: query.page ?? 1,
    pageCount: Math.max(1, Math.ceil(result.total / pageSize)),
  };
}

/** The facets that are filtered by, each counted without its own filter. */
async function countWidened(query: SearchQuery): Promise<Partial<SearchResult["facets"]>> {
  const filtered = FACET_FIELDS.filter((field) => (query.filters?.[field]?.length ?? 0) > 0);
  const counted = await Promise.all(
    filtered.map(async (field) => {
      const filters = { ...query.filters, [field]: [] };
      const { facets } = await askIndex({ ...query, filters, page: 1, pageSize: 1 });
      return [field, facets[field]] as const;
    }),
  );
  return Object.fromEntries(counted);
}
