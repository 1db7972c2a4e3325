import { highlight } from "#lib/core/search/highlight";
import { type ParsedQuery, parseQuery } from "#lib/core/search/parse-query";
import type { SearchIndex, SearchQuery, SearchResult } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { type Found, findDocuments, standForPhrasings } from "#lib/data/search/find-documents";
import { findSimilar } from "#lib/data/search/find-similar";
import { nearTerms } from "#lib/data/search/near-terms";
import { MAX_EXAMINED, planSearch, type SearchWish, wishOf } from "#lib/data/search/plan-search";
import { rebuildDocuments } from "#lib/data/search/rebuild-documents";
import { askDatabase } from "#lib/data/search/search-pool";
import { patchPhrasings, removeDocuments, writeDocuments } from "#lib/data/search/write-documents";
import { AppError, toAppError } from "#lib/errors";

/** When looking was given up with fewer found, it is taken up again to the end. */
const ENOUGH_FOUND = 200;
const MAX_PAGE_SIZE = 100;
const MAX_PAGE = 10_000;
const COUNTED_UP_TO = 50_000;
/** More documents than there are. */
const EVERYTHING = 2_000_000_000;

/** The search engine of the embedded default: tsvector over the folded text in slices of time, pg_trgm for slips of the finger. */
export const postgresIndex: SearchIndex = {
  index: (docs) => writeDocuments(db(), docs),
  remove: (ids) => removeDocuments(db(), ids),
  patch: (changes) => patchPhrasings(db(), changes),
  similar: (query) => orDown(() => findSimilar(askDatabase, query)),
  search: (query) => orDown(() => answer(query)),
  reindex: rebuildDocuments,
  health,
};

async function orDown<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    throw new AppError("search_down", `Search failed: ${toAppError(thrown).message}`, {}, { cause: thrown });
  }
}

async function answer(query: SearchQuery): Promise<SearchResult> {
  const parsed = parseQuery(query.q, query.exactSpelling);
  const exact = await find(wishOf(parsed, query.filters ?? {}), query);
  const near = exact.total === 0 && exact.isAll ? await findNear(parsed, query) : null;
  const { docs, total, isAll, counted, facets } = near ?? exact;
  const isFuzzy = near !== null;
  const hits = docs.map((doc) => ({
    ...doc,
    ranges: highlight(doc.text, parsed, isFuzzy),
    titleRanges: doc.title ? highlight(doc.title, parsed, isFuzzy) : [],
  }));
  return { hits, total, isTotalExact: isAll, facetSample: isAll ? null : counted, isFuzzy, facets };
}

/** The same with words of the archive that are near those typed; null when that finds nothing either. */
async function findNear(parsed: ParsedQuery, query: SearchQuery): Promise<Found | null> {
  if (parsed.literals.length > 0) return null;
  const words = await nearTerms(askDatabase, parsed);
  if (!words) return null;
  const found = await find(wishOf(parsed, query.filters ?? {}, words), query);
  return found.total > 0 ? found : null;
}

async function find(wish: SearchWish, query: SearchQuery): Promise<Found> {
  const take = clamp(query.pageSize, 20, MAX_PAGE_SIZE);
  const skip = (clamp(query.page, 1, MAX_PAGE) - 1) * take;
  const { sort = "relevance", collapse = false, countOnly } = query;
  const asked = { sort, collapse, countOnly, take, skip };
  let plan = await planSearch(askDatabase, wish);
  let found = await findDocuments(askDatabase, plan, { ...asked, maxExamined: MAX_EXAMINED });
  if (found.isGivenUp && found.counted < ENOUGH_FOUND) {
    plan = await planSearch(askDatabase, wish, true);
    found = await findDocuments(askDatabase, plan, { ...asked, maxExamined: EVERYTHING });
  }
  // What was counted is not all, so somebody older may stand for a phrasing.
  return collapse && !found.isAll ? { ...found, docs: await standForPhrasings(askDatabase, plan, found.docs) } : found;
}

function clamp(value: number | undefined, fallback: number, max: number): number {
  if (value === undefined || !Number.isFinite(value)) return fallback;
  return Math.min(Math.max(Math.trunc(value), 1), max);
}

/** Counting very many takes a while, and supervisors ask often: then it is what PostgreSQL thinks there are. */
async function countDocuments(): Promise<string> {
  const [row] = await db().$queryRaw<{ estimate: number }[]>`
    SELECT reltuples AS estimate FROM pg_class WHERE oid = 'search_document'::regclass`;
  if ((row?.estimate ?? 0) > COUNTED_UP_TO) return `about ${Math.round(row?.estimate ?? 0)}`;
  return String(await db().searchDocument.count());
}

async function health(): Promise<{ ok: boolean; detail: string }> {
  try {
    const documents = await countDocuments();
    const [trigrams] = await db().$queryRaw<{ seen: boolean }[]>`SELECT show_trgm('مقاطعه') <> '{}' AS seen`;
    const blind = trigrams?.seen
      ? ""
      : "; the database's LC_CTYPE hides Arabic from pg_trgm, so Arabic typos find nothing";
    return { ok: true, detail: `PostgreSQL, ${documents} documents${blind}` };
  } catch (thrown) {
    return { ok: false, detail: toAppError(thrown).message };
  }
}
