import type { SearchDoc } from "#lib/core/search/search-index";
import { db, type Tx } from "#lib/data/client";
import { ADDRESS_MARK } from "#lib/data/search/lexemes";
import { indexNext, nextOf, openNext, swapNext } from "#lib/data/search/swap-table";
import { evenBounds } from "#lib/data/search/time-slices";
import { STORED_COLUMNS, stageDocuments, withCopied } from "#lib/data/search/write-documents";
import { Prisma } from "#prisma/generated/client";

/** Rebuilding a large archive takes a while; nothing waits for it. */
const REBUILD_TIMEOUT_MS = 6 * 3_600_000;
/** Any fixed number: only one rebuild at a time. */
const REBUILD_LOCK = 4_210_002;
const STAGED = "search_document_staged";

/**
 * Rebuilds the documents beside the old ones and swaps them in: searches see the old whole or the new whole. Loaded
 * first, then sorted by time, then indexed: so a million take minutes, and the new tables have no gaps. A crash leaves
 * the old as they were and tables beside them that the next rebuild takes away.
 */
export async function rebuildDocuments(batches: AsyncIterable<SearchDoc[]>): Promise<{ indexed: number }> {
  const options = { timeout: REBUILD_TIMEOUT_MS, maxWait: 10_000 };
  return db().$transaction(async (holder) => {
    await holder.$executeRaw`SELECT pg_advisory_xact_lock(${REBUILD_LOCK}::bigint)`;
    const startedAt = await now();
    const indexed = await stage(batches);
    const bounds = await evenBounds(db(), STAGED);
    await db().$transaction((tx) => makeNext(tx, bounds), options);
    await db().$transaction((tx) => swapIn(tx, startedAt, bounds), options);
    return { indexed };
  }, options);
}

async function stage(batches: AsyncIterable<SearchDoc[]>): Promise<number> {
  await db().$executeRawUnsafe(`DROP TABLE IF EXISTS ${STAGED}`);
  await db().$executeRawUnsafe(`CREATE UNLOGGED TABLE ${STAGED} (LIKE search_document INCLUDING DEFAULTS)`);
  let indexed = 0;
  try {
    for await (const docs of batches) {
      await stageDocuments(db(), docs, STAGED);
      indexed += docs.length;
    }
  } catch (thrown) {
    await db().$executeRawUnsafe(`DROP TABLE IF EXISTS ${STAGED}`);
    throw thrown;
  }
  return indexed;
}

/** In order of time, so that what is wanted together stands together. */
async function makeNext(tx: Tx, bounds: readonly Date[]): Promise<void> {
  await tx.$executeRawUnsafe("SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '256MB'");
  await openNext(tx, "search_document");
  await openNext(tx, "search_word");
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(nextOf("search_document"))} (${STORED_COLUMNS}, slice)
    SELECT ${STORED_COLUMNS}, width_bucket(at, ${bounds}::timestamptz[])
      FROM (SELECT DISTINCT ON (id) * FROM ${Prisma.raw(STAGED)} ORDER BY id, ctid DESC) AS staged ORDER BY at`;
  await tx.$executeRawUnsafe(`DROP TABLE ${STAGED}`);
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(nextOf("search_word"))} (word, docs)
    SELECT word, count(*) FROM ${Prisma.raw(nextOf("search_document"))}, unnest(tsvector_to_array(tsv)) AS word
     WHERE NOT starts_with(word, ${ADDRESS_MARK}) GROUP BY word`;
  await indexNext(tx, "search_document");
  await indexNext(tx, "search_word");
}

/** What was written since the rebuild began is newer than its batches; where only the phrasing was, that is taken over. */
async function swapIn(tx: Tx, startedAt: Date, bounds: readonly Date[]): Promise<void> {
  const next = Prisma.raw(nextOf("search_document"));
  // Writers wait from here, readers go on.
  await tx.$executeRaw`LOCK TABLE search_document IN SHARE ROW EXCLUSIVE MODE`;
  await tx.$executeRaw`
    DELETE FROM ${next} WHERE id IN (SELECT id FROM search_document WHERE indexed_at >= ${startedAt})`;
  await tx.$executeRaw`
    WITH newer AS (
      INSERT INTO ${next} (${STORED_COLUMNS}, slice, indexed_at, patched_at)
      SELECT ${STORED_COLUMNS}, width_bucket(at, ${bounds}::timestamptz[]), indexed_at, patched_at
        FROM search_document WHERE indexed_at >= ${startedAt}
      RETURNING tsv
    )
    INSERT INTO ${Prisma.raw(nextOf("search_word"))} (word, docs)
    SELECT word, 1 FROM newer, unnest(tsvector_to_array(tsv)) AS word
     WHERE NOT starts_with(word, ${ADDRESS_MARK}) GROUP BY word
    ON CONFLICT (word) DO NOTHING`;
  await tx.$executeRaw`
    UPDATE ${next} n SET phrasing_id = s.phrasing_id, copies = s.copies, patched_at = s.patched_at,
           tsv = ${withCopied(Prisma.sql`n.tsv`, Prisma.sql`s.copies`)}
      FROM search_document s
     WHERE s.id = n.id AND s.patched_at >= ${startedAt} AND s.indexed_at < ${startedAt}`;
  await swapNext(tx, "search_document");
  await swapNext(tx, "search_word");
  await tx.searchSlices.updateMany({ data: { bounds: [...bounds], isSettled: true } });
}

async function now(): Promise<Date> {
  const [row] = await db().$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return row?.now ?? new Date();
}
