import type { FoundDoc } from "#lib/adapters/search/meilisearch/documents";
import { MAX_FACET_VALUES } from "#lib/adapters/search/meilisearch/settings";
import { type CountOnly, FACET_FIELDS, type FacetField, type SearchResult } from "#lib/core/search/search-index";

export type Facets = SearchResult["facets"];
type FacetCount = { value: string; count: number };

/** What the fields are called in Meilisearch. */
export const STORED_FIELDS = {
  kind: "kind",
  platform: "platform",
  account: "account",
  hashtag: "hashtags",
  language: "language",
  outcome: "outcome",
  caseId: "caseIds",
  suppliedBy: "suppliedBy",
} as const satisfies Record<FacetField, keyof FoundDoc>;

/** The fields whose values are counted, as Meilisearch knows them. */
export const FACETED: string[] = Object.values(STORED_FIELDS);

/** Meilisearch's counts in our order: largest first, equal ones by name. */
export function readFacets(distribution: Record<string, Record<string, number>> | undefined): Facets {
  return eachField((field) => Object.entries(distribution?.[STORED_FIELDS[field]] ?? {}));
}

/** The same counted here. @param countOnly of one field only these values. */
export function countFacets(docs: readonly FoundDoc[], countOnly?: CountOnly): Facets {
  return eachField((field) => {
    const counts = new Map<string, number>();
    const wanted = countOnly?.field === field ? new Set(countOnly.values) : null;
    for (const value of docs.flatMap((doc) => doc[STORED_FIELDS[field]] ?? [])) {
      if (!wanted || wanted.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts];
  });
}

/** Values with how many documents have each: largest first, equal ones by name, no more than are listed. */
export function largestFirst(counts: readonly [string, number][]): FacetCount[] {
  const values = counts.map(([value, count]) => ({ value, count }));
  return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MAX_FACET_VALUES);
}

function eachField(countsOf: (field: FacetField) => [string, number][]): Facets {
  return Object.fromEntries(FACET_FIELDS.map((field) => [field, largestFirst(countsOf(field))])) as Facets;
}
