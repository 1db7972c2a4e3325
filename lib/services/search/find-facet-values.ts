import type { LongFacet, SearchQuery } from "#lib/core/search/search-index";
import type { SearchNames } from "#lib/core/search/views";
import { foldHashtag } from "#lib/core/text/fold";
import { storableText } from "#lib/core/text/storable";
import { findCasesNamed } from "#lib/data/cases";
import { db } from "#lib/data/client";
import { findHandlesLike, findHashtagsLike } from "#lib/data/hit-facts";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { askIndex } from "#lib/services/search/ask-index";
import { nameValues } from "#lib/services/search/name-values";

/** Values that begin so and are counted under the search; more than that and another letter is needed. */
const MAX_CANDIDATES = 500;

export type FacetValues = { values: { value: string; count: number }[]; names: SearchNames };

/**
 * Values of a facet that begin with what somebody types (case files: whose name has it), each with the number of
 * results it would leave of the present search, most results first. Values that would leave none are not offered.
 * @throws AppError `not_allowed`, `search_down`.
 */
export async function findFacetValues(
  actor: Actor,
  query: SearchQuery,
  field: LongFacet,
  typed: string,
): Promise<FacetValues> {
  assertMay(actor, "captures.read");
  const candidates = await findCandidates(field, storableText(typed.trim().slice(0, 200)));
  if (candidates.length === 0) return { values: [], names: { cases: {}, hashtags: {} } };
  const filters = { ...query.filters, [field]: candidates };
  const countOnly = { field, values: candidates };
  const { facets } = await askIndex({ ...query, filters, countOnly, page: 1, pageSize: 1 });
  const values = facets[field];
  return { values, names: await nameValues({ [field]: values.map(({ value }) => value) }) };
}

async function findCandidates(field: LongFacet, typed: string): Promise<string[]> {
  if (field === "caseId") return findCasesNamed(db(), typed, MAX_CANDIDATES);
  if (field === "account") return findHandlesLike(db(), typed.replace(/^[@＠]/u, "").toLowerCase(), MAX_CANDIDATES);
  return findHashtagsLike(db(), foldHashtag(typed), MAX_CANDIDATES);
}
