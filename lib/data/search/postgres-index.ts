import { highlight } from "#lib/core/search/highlight";
import { type ParsedQuery, parseQuery } from "#lib/core/search/parse-query";
import type {
  SearchFilters,
  SearchIndex,
  SearchQuery,
  SearchResult,
  SimilarQuery,
} from "#lib/core/search/search-index";
import { db, type Tx } from "#lib/data/client";
import { type Found, findDocuments, MAX_EXAMINED, standForPhrasings } from "#lib/data/search/find-documents";
import { findSimilar } from "#lib/data/search/find-similar";
import { nearTerms } from "#lib/data/search/near-terms";
import { planSearch, type SearchPlan, type SearchWish, wishOf } from "#lib/data/search/plan-search";
import { rebuildDocuments } from "#lib/data/search/rebuild-documents";
import { patchPhrasings, removeDocuments, writeDocuments } from "#lib/data/search/write-documents";
import { AppError, toAppError } from "#lib/errors";

/** A search that takes longer is given up: somebody is waiting. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** When looking was given up with fewer found, it is taken up again to the end. */
const ENOUGH_FOUND = 200;
const MAX_PAGE_SIZE = 100;
const MAX_PAGE = 10_000;

/** The search engine of the embedded default: tsvector over the folded text in slices of time, pg_trgm for slips of the finger. */
export const postgresIndex: SearchIndex = {
  index: (docs) => writeDocuments(db(), docs),
  remove: (ids) => removeDocuments(db(), ids),
  patch: (changes) => patchPhrasings(db(), changes),
  similar: (query) => inSearch((tx) => similar(tx, query)),
  search: (query) => inSearch((tx) => answer(tx, query)),
  reindex: rebuildDocuments,
  health,
};

async function inSearch<T>(ask: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db().$transaction(
      async (tx) => {
        // Plans are chosen here and not by costs, which know nothing of how dear a look into a text is.
        // The table first: a rebuild is swapped in before or after a search, never in the middle.
        await tx.$executeRawUnsafe(`LOCK TABLE search_document IN ACCESS SHARE MODE; SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}; SET LOCAL jit = off;
          SET LOCAL work_mem = '64MB'; SET LOCAL enable_seqscan = off; SET LOCAL max_parallel_workers_per_gather = 0`);
        return ask(tx);
      },
      { timeout: 3 * STATEMENT_TIMEOUT_MS },
    );
  } catch (thrown) {
    throw new AppError("search_down", `Search failed: ${toAppError(thrown).message}`, {}, { cause: thrown });
  }
}

async function similar(tx: Tx, query: SimilarQuery): Promise<string[]> {
  await tx.$executeRaw`SET LOCAL enable_indexscan = off`;
  return findSimilar(tx, query);
}

async function answer(tx: Tx, query: SearchQuery): Promise<SearchResult> {
  const parsed = parseQuery(query.q, query.exactSpelling);
  const exact = await find(tx, wishOf(parsed, query.filters ?? {}), query);
  const near = exact.total === 0 && exact.isAll ? await findNear(tx, parsed, query) : null;
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
async function findNear(tx: Tx, parsed: ParsedQuery, query: SearchQuery): Promise<Found | null> {
  if (parsed.literals.length > 0) return null;
  const words = await nearTerms(tx, parsed);
  if (!words) return null;
  const found = await find(tx, wishOf(parsed, query.filters ?? ({} as SearchFilters), words), query);
  return found.total > 0 ? found : null;
}

async function find(tx: Tx, wish: SearchWish, query: SearchQuery): Promise<Found> {
  const take = clamp(query.pageSize, 20, MAX_PAGE_SIZE);
  const collapse = query.collapse ?? false;
  const options = {
    sort: query.sort ?? "relevance",
    collapse,
    take,
    skip: (clamp(query.page, 1, MAX_PAGE) - 1) * take,
  };
  let plan = await planSearch(tx, wish);
  let found = await run(tx, plan, { ...options, maxExamined: MAX_EXAMINED });
  if (found.isGivenUp && found.counted < ENOUGH_FOUND) {
    plan = await planSearch(tx, wish, true);
    found = await run(tx, plan, { ...options, maxExamined: 2_000_000_000 });
  }
  // What was counted is not all, so somebody older may stand for a phrasing.
  return collapse && !found.isAll ? { ...found, docs: await standForPhrasings(tx, plan, found.docs) } : found;
}

async function run(tx: Tx, plan: SearchPlan, wish: Parameters<typeof findDocuments>[2]): Promise<Found> {
  // Without this PostgreSQL likes to go along the time and look into every text.
  await tx.$executeRawUnsafe(`SET LOCAL enable_indexscan = ${plan.way.kind === "slices" ? "off" : "on"}`);
  return findDocuments(tx, plan, wish);
}

function clamp(value: number | undefined, fallback: number, max: number): number {
  if (value === undefined || !Number.isFinite(value)) return fallback;
  return Math.min(Math.max(Math.trunc(value), 1), max);
}

async function health(): Promise<{ ok: boolean; detail: string }> {
  try {
    const count = await db().searchDocument.count();
    const [trigrams] = await db().$queryRaw<{ seen: boolean }[]>`SELECT show_trgm('مقاطعه') <> '{}' AS seen`;
    const blind = trigrams?.seen
      ? ""
      : "; the database's LC_CTYPE hides Arabic from pg_trgm, so Arabic typos find nothing";
    return { ok: true, detail: `PostgreSQL, ${count} documents${blind}` };
  } catch (thrown) {
    return { ok: false, detail: toAppError(thrown).message };
  }
}
