import { CSV_BOM } from "#lib/core/export/csv";
import { type ExportedHit, searchCsvHead, searchCsvNote, searchCsvRow } from "#lib/core/search/csv-rows";
import { MAX_EXPORTED } from "#lib/core/search/limits";
import type { SearchHit, SearchQuery } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { findPostedTimes, findReceivedTimes } from "#lib/data/hit-facts";
import { findPlacesOfCaptures } from "#lib/data/source-timelines";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { askIndex } from "#lib/services/search/ask-index";
import { describeHits } from "#lib/services/search/describe-hits";
import { siteOrigin } from "#lib/services/system/site-origin";

/** As many as every engine gives at once. */
const BATCH = 100;

/**
 * The results of a search as CSV (UTF-8 with BOM, RFC 4180), in the order of the page, at most MAX_EXPORTED; a list that
 * was cut says so in its last row. What is archived meanwhile may be missing, nothing comes twice.
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
  const ask = (page: number) => askIndex({ ...query, page, pageSize: Math.min(BATCH, limit) });
  return write(await ask(1), ask, locale, limit);
}

type Page = { hits: SearchHit[]; total: number };

async function* write(
  first: Page,
  ask: (page: number) => Promise<Page>,
  locale: string,
  limit: number,
): AsyncGenerator<string> {
  yield CSV_BOM + searchCsvHead();
  const written = new Set<string>();
  for (let page = 1, found = first; ; page++) {
    if (page > 1) found = await ask(page);
    const fresh = found.hits.filter(({ id }) => !written.has(id)).slice(0, limit - written.size);
    for (const { id } of fresh) written.add(id);
    if (fresh.length > 0) yield (await exported(fresh, locale)).map(searchCsvRow).join("");
    const isWhole = written.size >= found.total;
    if (!isWhole && written.size < limit && found.hits.length > 0) continue;
    if (!isWhole) yield searchCsvNote(written.size, found.total);
    return;
  }
}

async function exported(hits: SearchHit[], locale: string): Promise<ExportedHit[]> {
  const idsOf = (kind: SearchHit["kind"]) => hits.flatMap((hit) => (hit.kind === kind ? hit.entityId : []));
  const [described, posted, received, places] = await Promise.all([
    describeHits(hits),
    findPostedTimes(db(), idsOf("post")),
    findReceivedTimes(db(), idsOf("supplied")),
    findPlacesOfCaptures(
      db(),
      hits.flatMap((hit) => hit.captureId ?? []),
    ),
  ]);
  return described.map((hit) => ({
    ...hit,
    postedAt: posted.get(hit.entityId)?.toISOString() ?? null,
    capturedAt: places.get(hit.captureId ?? "")?.finishedAt.toISOString() ?? null,
    receivedAt: received.get(hit.entityId)?.toISOString() ?? null,
    deskAddress: deskAddress(hit, locale),
  }));
}

function deskAddress(hit: SearchHit, locale: string): string {
  if (hit.captureId) return `${siteOrigin()}/${locale}/desk/captures/${hit.captureId}`;
  if (hit.kind === "supplied") return `${siteOrigin()}/${locale}/desk/supplied/${hit.entityId}`;
  return hit.url;
}
