import { highlight } from "#lib/core/search/highlight";
import { hasNearWords } from "#lib/core/search/near-words";
import { type ParsedQuery, parseQuery } from "#lib/core/search/parse-query";
import type { SearchDoc, SearchIndex, SearchQuery, SearchResult } from "#lib/core/search/search-index";
import { db, type Tx } from "#lib/data/client";
import { findSimilar } from "#lib/data/search/find-similar";
import { allOf, filterConditions, fuzzyConditions, wordConditions } from "#lib/data/search/query-conditions";
import { readCandidates, readCounts, readPage } from "#lib/data/search/read-documents";
import { tsQueryOf } from "#lib/data/search/ts-vector";
import {
  openStaging,
  patchPhrasings,
  removeDocuments,
  swapStaging,
  writeDocuments,
} from "#lib/data/search/write-documents";
import { AppError, toAppError } from "#lib/errors";
import { Prisma } from "#prisma/generated/client";

/** A search that takes longer is given up: somebody is waiting. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** Rebuilding a large archive takes a while; nothing waits for it. */
const REINDEX_TIMEOUT_MS = 6 * 3_600_000;
/** Any fixed number: only one rebuild at a time. */
const REINDEX_LOCK = 4_210_002;
/** One letter wrong in a word of five leaves half of its trigrams. */
const WORD_SIMILARITY = "0.45";
/** So many near documents are enough for somebody who mistyped. */
const MAX_CANDIDATES = 500;
const MAX_PAGE_SIZE = 100;
const MAX_PAGE = 10_000;

/** The search engine of the embedded default: tsvector over the folded text, pg_trgm for slips of the finger. */
export const postgresIndex: SearchIndex = {
  index: (docs) => writeDocuments(db(), docs, "search_document"),
  remove: (ids) => removeDocuments(db(), ids),
  patch: (changes) => patchPhrasings(db(), changes),
  similar: (query) => orDown(() => findSimilar(db(), query)),
  search,
  reindex,
  health,
};

async function search(query: SearchQuery): Promise<SearchResult> {
  // One snapshot for hits and counts, so that they agree while others write.
  const options = { isolationLevel: "RepeatableRead", timeout: 3 * STATEMENT_TIMEOUT_MS } as const;
  return orDown(() => db().$transaction((tx) => answer(tx, query), options));
}

async function orDown<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    throw new AppError("search_down", `Search failed: ${toAppError(thrown).message}`, {}, { cause: thrown });
  }
}

async function answer(tx: Tx, query: SearchQuery): Promise<SearchResult> {
  await tx.$executeRaw`
    SELECT set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true),
           set_config('pg_trgm.word_similarity_threshold', ${WORD_SIMILARITY}, true)`;
  const parsed = parseQuery(query.q, query.exactSpelling);
  const filters = filterConditions(query.filters ?? {});
  let where = allOf([...wordConditions(parsed), ...filters]);
  let counts = await readCounts(tx, where, query.collapse ?? false);
  const near = counts.total === 0 ? await findNear(tx, parsed, filters) : [];
  if (near.length > 0) {
    where = Prisma.sql`id = ANY(${near})`;
    counts = await readCounts(tx, where, query.collapse ?? false);
  }
  const isFuzzy = near.length > 0;
  const pageSize = clamp(query.pageSize, 20, MAX_PAGE_SIZE);
  const docs = await readPage(tx, where, isFuzzy ? nearness(parsed.words) : relevance(tsQueryOf(parsed)), {
    sort: query.sort ?? "relevance",
    collapse: query.collapse ?? false,
    skip: (clamp(query.page, 1, MAX_PAGE) - 1) * pageSize,
    take: pageSize,
  });
  const hits = docs.map((doc) => ({
    ...doc,
    ranges: highlight(doc.text, parsed, isFuzzy),
    titleRanges: doc.title ? highlight(doc.title, parsed, isFuzzy) : [],
  }));
  return { hits, isFuzzy, isTotalExact: true, facetSample: null, ...counts };
}

/** Weights of D, C, B, A: text, nothing, names, title. Long texts count a little less (1). */
function relevance(tsquery: string | null): Prisma.Sql | null {
  return tsquery === null ? null : Prisma.sql`ts_rank('{0.4, 0.4, 0.6, 1}'::float4[], tsv, ${tsquery}::tsquery, 1)`;
}

/** Trigrams propose, the distance of the words decides. */
async function findNear(tx: Tx, parsed: ParsedQuery, filters: Prisma.Sql[]): Promise<string[]> {
  const near = fuzzyConditions(parsed);
  if (!near) return [];
  const candidates = await readCandidates(tx, allOf([...near, ...filters]), nearness(parsed.words), MAX_CANDIDATES);
  return candidates.filter(({ folded }) => hasNearWords(folded, parsed)).map(({ id }) => id);
}

function nearness(words: readonly string[]): Prisma.Sql {
  return Prisma.join(
    words.map((word) => Prisma.sql`word_similarity(${word}, folded)`),
    " + ",
  );
}

function clamp(value: number | undefined, fallback: number, max: number): number {
  if (value === undefined || !Number.isFinite(value)) return fallback;
  return Math.min(Math.max(Math.trunc(value), 1), max);
}

async function reindex(batches: AsyncIterable<SearchDoc[]>): Promise<{ indexed: number }> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${REINDEX_LOCK}::bigint)`;
      const startedAt = await openStaging(tx);
      let indexed = 0;
      for await (const docs of batches) {
        await writeDocuments(tx, docs, "search_document_staged");
        indexed += docs.length;
      }
      await swapStaging(tx, startedAt);
      return { indexed };
    },
    { timeout: REINDEX_TIMEOUT_MS, maxWait: 10_000 },
  );
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
