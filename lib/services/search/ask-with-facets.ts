import { FACET_FIELDS, type SearchQuery, type SearchResult } from "#lib/core/search/search-index";
import { askIndex } from "#lib/services/search/ask-index";

type Counted = Pick<SearchResult, "facets" | "facetSample">;

/**
 * Asks a question; a facet that is filtered by counts its values as if it were not: the values of one filter are joined
 * with "or", so these are what choosing them would add. Values that are chosen are always among them.
 * @throws AppError `search_down`
 */
export async function askWithFacets(query: SearchQuery): Promise<SearchResult> {
  const filtered = FACET_FIELDS.filter((field) => (query.filters?.[field]?.length ?? 0) > 0);
  const [result, ...widened] = await Promise.all([
    askIndex(query),
    ...filtered.map((field) =>
      askIndex({ ...query, filters: { ...query.filters, [field]: [] }, page: 1, pageSize: 1 }),
    ),
  ]);
  const facets = { ...result.facets };
  for (const [i, field] of filtered.entries()) {
    const counted = widened[i]?.facets[field] ?? [];
    const chosen: readonly string[] = query.filters?.[field] ?? [];
    const missing = result.facets[field].filter(
      ({ value }) => chosen.includes(value) && !counted.some((one) => one.value === value),
    );
    facets[field] = [...missing, ...counted];
  }
  return { ...result, facets, facetSample: smallest([result, ...widened]) };
}

function smallest(counted: readonly Counted[]): number | null {
  const samples = counted.flatMap(({ facetSample }) => facetSample ?? []);
  return samples.length > 0 ? Math.min(...samples) : null;
}
