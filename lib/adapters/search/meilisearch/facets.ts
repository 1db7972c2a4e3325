import type { FoundDoc } from "#lib/adapters/search/meilisearch/documents";
import { MAX_FACET_VALUES } from "#lib/adapters/search/meilisearch/settings";
import { FACET_FIELDS, type FacetField, type SearchResult } from "#lib/core/search/search-index";

type Facets = SearchResult["facets"];

const STORED_FIELDS = {
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

/** The same counted here. */
export function countFacets(docs: readonly FoundDoc[]): Facets {
  return eachField((field) => {
    const counts = new Map<string, number>();
    for (const value of docs.flatMap((doc) => doc[STORED_FIELDS[field]] ?? [])) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts];
  });
}

function eachField(countsOf: (field: FacetField) => [string, number][]): Facets {
  const entries = FACET_FIELDS.map((field) => {
    const values = countsOf(field).map(([value, count]) => ({ value, count }));
    const sorted = values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return [field, sorted.slice(0, MAX_FACET_VALUES)];
  });
  return Object.fromEntries(entries);
}
