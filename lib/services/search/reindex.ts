import type { SearchDoc } from "#lib/core/search/search-index";
import { type Db, db } from "#lib/data/client";
import {
  countSearchedCaptures,
  listSearchedCaptureIds,
  readCaptureDocuments,
} from "#lib/data/search/capture-documents";
import { countPosts, listPostIds, readPostDocuments } from "#lib/data/search/post-documents";
import { countSupplied, listSuppliedIds, readSuppliedDocuments } from "#lib/data/search/supplied-documents";
import { currentIndex } from "#lib/services/search/current-index";

const BATCH = 500;

/**
 * Rebuilds the search index from the record; searches go on meanwhile.
 * @param onProgress called after each batch with the number of documents so far.
 */
export async function reindex(onProgress?: (indexed: number) => void): Promise<{ indexed: number }> {
  return currentIndex().reindex(oneAhead(allDocuments(onProgress)));
}

/** About how many documents a rebuild will come to: a post whose text nobody held is none. */
export async function countSearched(): Promise<number> {
  const counts = await Promise.all([countPosts(db()), countSearchedCaptures(db()), countSupplied(db())]);
  return counts.reduce((sum, count) => sum + count, 0);
}

async function* allDocuments(onProgress?: (indexed: number) => void): AsyncGenerator<SearchDoc[]> {
  let indexed = 0;
  for (const [listIds, read] of [
    [listPostIds, readPostDocuments],
    [listSearchedCaptureIds, readCaptureDocuments],
    [listSuppliedIds, readSuppliedDocuments],
  ] as const) {
    for await (const ids of idBatches(listIds)) {
      const docs = await read(db(), ids);
      yield docs;
      indexed += docs.length;
      onProgress?.(indexed);
    }
  }
}

/** Reads the next batch while the present one is being written. */
async function* oneAhead<Batch>(batches: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  let next = batches.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = batches.next();
      // What goes wrong is told when the batch is asked for.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await batches.return(undefined);
  }
}

/** Ids are ordered by time (UUID v7), so what is added meanwhile comes at the end and is not missed. */
async function* idBatches(
  listIds: (db: Db, after: string | null, take: number) => Promise<string[]>,
): AsyncGenerator<string[]> {
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await listIds(db(), after, BATCH);
    if (ids.length === 0) return;
    yield ids;
    after = ids.at(-1) ?? null;
  }
}
