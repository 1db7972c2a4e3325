import { setTimeout as sleep } from "node:timers/promises";
import { ask, finish, isMissing, type MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import { type StoredDoc, toStored } from "#lib/adapters/search/meilisearch/documents";
import { SETTINGS } from "#lib/adapters/search/meilisearch/settings";
import { openBulkWriter, writeDocuments } from "#lib/adapters/search/meilisearch/write";
import type { SearchDoc } from "#lib/core/search/search-index";
import { AppError } from "#lib/errors";

const READ_AT_ONCE = 1_000;
const SWAP_TIMEOUT_MS = 60_000;
const SWAP_LOOK_MS = 50;
/** Ids that begin so say what was removed while a rebuild went on; they are gone before it is searched. */
const TOMBSTONE = "removed-";

/** Runs work while nobody else, in any process, does what it names. */
export type Exclusively = <T>(what: "rebuild" | "write", work: () => Promise<T>) => Promise<T>;

export const buildingUid = ({ uid }: MeiliConnection): string => `${uid}_building`;

/**
 * Fills a new index and swaps it in. Whoever writes meanwhile looks for the new index first and marks what it writes with
 * it, so that this can be brought along at the end, when for a moment nobody may write. A crash leaves the new index
 * behind, which nobody searches and the next rebuild deletes.
 */
export async function rebuild(
  meili: MeiliConnection,
  batches: AsyncIterable<SearchDoc[]>,
  exclusively: Exclusively,
): Promise<{ indexed: number }> {
  return exclusively("rebuild", async () => {
    const building = buildingUid(meili);
    const during = await createEmpty(meili, building);
    try {
      const writer = openBulkWriter(meili, building);
      let indexed = 0;
      for await (const docs of batches) {
        for (const doc of docs) await writer.add(toStored(doc, null));
        indexed += docs.length;
      }
      await writer.finish();
      await exclusively("write", async () => {
        await catchUp(meili, during);
        await swapIn(meili, during);
      });
      return { indexed };
    } catch (thrown) {
      await dropIndex(meili, building).catch(() => undefined);
      throw thrown;
    }
  });
}

/** Deletes what a rebuild left that was cut off; nothing while one goes on. */
export async function tidy(meili: MeiliConnection, exclusively: Exclusively): Promise<void> {
  if ((await createdAt(meili, buildingUid(meili))) === null) return;
  await exclusively("rebuild", () => dropIndex(meili, buildingUid(meili)));
}

/** When an index was made. It moves with the index when two are swapped, so it tells this one from any other. */
export async function createdAt(meili: MeiliConnection, uid: string): Promise<string | null> {
  try {
    return String((await ask(() => meili.write.getRawIndex(uid))).createdAt);
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** An empty index with all settings; one of this name that is there already goes. @returns when it was made. */
export async function createEmpty(meili: MeiliConnection, uid: string): Promise<string> {
  await dropIndex(meili, uid);
  await finish(meili.write, () => meili.write.createIndex(uid, { primaryKey: "id" }));
  await finish(meili.write, () => meili.write.index(uid).updateSettings(SETTINGS));
  return (await createdAt(meili, uid)) ?? "";
}

export async function dropIndex(meili: MeiliConnection, uid: string): Promise<void> {
  if ((await createdAt(meili, uid)) !== null) await finish(meili.write, () => meili.write.deleteIndex(uid));
}

/** Says to the rebuild that goes on that these were removed: its batches may have been read before. */
export async function bury(meili: MeiliConnection, ids: readonly string[], during: string): Promise<void> {
  const stones = ids.map((id) => ({ id: TOMBSTONE + id, family: id, during }));
  await writeDocuments(meili, buildingUid(meili), stones);
}

/**
 * Brings what was written during the rebuild from the index that is searched into the one that is built. Whole documents
 * are newer than the batches; of those whose phrasing alone was changed, the phrasing is.
 */
async function catchUp(meili: MeiliConnection, during: string): Promise<void> {
  const building = buildingUid(meili);
  for await (const docs of readWhere(meili, meili.uid, `patchedDuring = "${during}"`)) {
    const patches = docs.map(({ id, phrasingId = null, copies, family }) => ({ id, phrasingId, copies, family }));
    await writeDocuments(meili, building, patches, "update");
  }
  const stones: string[] = [];
  for await (const docs of readWhere(meili, building, `during = "${during}"`))
    stones.push(...docs.map(({ id }) => String(id)));
  if (stones.length > 0) {
    const gone = [...stones, ...stones.map((id) => id.slice(TOMBSTONE.length))];
    await finish(meili.write, () => meili.write.index(building).deleteDocuments(gone));
  }
  for await (const docs of readWhere(meili, meili.uid, `during = "${during}"`))
    await writeDocuments(meili, building, docs);
}

/**
 * A key for certain indexes may swap them, but the server shows it no task that is about two (tried with 1.50). So what
 * is waited for is that the index of our name is the one that was built.
 */
async function swapIn(meili: MeiliConnection, builtAt: string): Promise<void> {
  const building = buildingUid(meili);
  if ((await createdAt(meili, meili.uid)) === null) {
    await finish(meili.write, () => meili.write.createIndex(meili.uid, { primaryKey: "id" }));
  }
  await ask(() => meili.write.swapIndexes([{ indexes: [meili.uid, building], rename: false }]));
  const deadline = performance.now() + SWAP_TIMEOUT_MS;
  while ((await createdAt(meili, meili.uid)) !== builtAt) {
    if (performance.now() > deadline)
      throw new AppError("search_down", "Meilisearch did not swap the rebuilt index in");
    await sleep(SWAP_LOOK_MS);
  }
  await dropIndex(meili, building);
}

/** Whole documents that meet a condition. Nobody may write there meanwhile: they are counted through. */
async function* readWhere(meili: MeiliConnection, uid: string, filter: string): AsyncGenerator<StoredDoc[]> {
  if ((await createdAt(meili, uid)) === null) return;
  const index = meili.write.index<StoredDoc>(uid);
  for (let offset = 0; ; offset += READ_AT_ONCE) {
    const { results } = await ask(() => index.getDocuments({ filter, offset, limit: READ_AT_ONCE }));
    if (results.length > 0) yield results;
    if (results.length < READ_AT_ONCE) return;
  }
}
