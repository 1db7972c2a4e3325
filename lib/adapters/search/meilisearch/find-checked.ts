import type { MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import type { FoundDoc } from "#lib/adapters/search/meilisearch/documents";
import { countFacets } from "#lib/adapters/search/meilisearch/facets";
import { oldestOfEach } from "#lib/adapters/search/meilisearch/find-collapsed";
import { type Found, type Question, readRanked, type Wish } from "#lib/adapters/search/meilisearch/find-documents";

/** So many candidates are looked at; whoever needs more to be sure has asked for half of the archive. */
export const MAX_CHECKED = 5_000;
/** So many while none of them will do: that there is nothing is not said lightly. */
const MAX_CHECKED_IN_VAIN = 50_000;
const READ_AT_ONCE = 500;
const READ_AT_ONCE_IN_VAIN = 2_000;

/**
 * What Meilisearch cannot decide, decided here: candidates are read in the order that was asked for, and those that meet
 * the question are counted, collapsed and paged here. Beyond so many candidates nothing is looked at, and the total is
 * then a number of at least.
 */
export async function findChecked(
  meili: MeiliConnection,
  question: Question,
  wish: Wish,
  meets: (doc: FoundDoc) => boolean,
): Promise<Found> {
  const met: FoundDoc[] = [];
  let seen = 0;
  let total = Number.POSITIVE_INFINITY;
  while (seen < Math.min(total, met.length > 0 ? MAX_CHECKED : MAX_CHECKED_IN_VAIN)) {
    const count = seen < MAX_CHECKED ? Math.min(READ_AT_ONCE, MAX_CHECKED - seen) : READ_AT_ONCE_IN_VAIN;
    const read = await readRanked(meili, question, { sort: wish.sort, from: seen, count });
    total = read.total;
    seen += read.docs.length;
    met.push(...read.docs.filter(meets));
    if (read.docs.length === 0) break;
  }
  const isAll = seen >= total;
  const shown = wish.collapse ? oldestOfEach(met, wish.sort, question.q === "") : met;
  const from = (wish.page - 1) * wish.pageSize;
  return {
    docs: shown.slice(from, from + wish.pageSize),
    total: shown.length,
    isTotalExact: isAll,
    facetSample: isAll ? null : met.length,
    facets: countFacets(met, wish.countOnly),
  };
}
