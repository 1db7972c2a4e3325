import { CSV_BOM } from "#lib/core/export/csv";
import { searchCsvHead, searchCsvNote, searchCsvRow } from "#lib/core/search/csv-rows";
import { MAX_EXPORTED } from "#lib/core/search/limits";
import type { SearchQuery } from "#lib/core/search/search-index";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { describeExported } from "#lib/services/search/describe-exported";
import { type FoundHits, findAllHits } from "#lib/services/search/find-all-hits";

/**
 * The results of a search as CSV (UTF-8 with BOM, RFC 4180), at most MAX_EXPORTED; a list that was cut says so in its
 * last row. In the order of the page; more than an engine ranks and counts come by time. What is archived meanwhile may
 * be missing, nothing comes twice.
 * @param limit for tests.
 * @returns pieces of the file; asking for more of them throws when search goes down half way, so that no half file looks
 *   whole.
 * @throws AppError `not_allowed`, `search_down` before the first piece.
 */
export async function exportSearch(
  actor: Actor,
  query: SearchQuery,
  locale: string,
  limit = MAX_EXPORTED,
): Promise<AsyncGenerator<string>> {
  assertMay(actor, "captures.read");
  const found = findAllHits(query, limit);
  return write(await found.next(), found, locale);
}

async function* write(
  first: IteratorResult<FoundHits>,
  rest: AsyncGenerator<FoundHits>,
  locale: string,
): AsyncGenerator<string> {
  yield CSV_BOM + searchCsvHead();
  let written = 0;
  for (let found = first; !found.done; found = await rest.next()) {
    const { hits, cut } = found.value;
    written += hits.length;
    if (hits.length > 0) yield (await describeExported(hits, locale)).map(searchCsvRow).join("");
    if (cut) yield searchCsvNote(written, cut);
  }
}
