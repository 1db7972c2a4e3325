import { ask, isMissing, type MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import { buildingUid } from "#lib/adapters/search/meilisearch/rebuild";
import { toAppError } from "#lib/errors";

/** Whether the index can be searched, with no more rights than searching needs. */
export async function checkIndex(meili: MeiliConnection): Promise<{ ok: boolean; detail: string }> {
  try {
    return { ok: true, detail: `Meilisearch, ${await countDocuments(meili, meili.uid)} documents` };
  } catch (thrown) {
    return { ok: false, detail: toAppError(thrown).message };
  }
}

/**
 * Documents that a rebuild has brought so far, with no more rights than searching needs; null when none is under way.
 * @throws AppError `search_down`
 */
export async function countBuilding(meili: MeiliConnection): Promise<number | null> {
  try {
    return await countDocuments(meili, buildingUid(meili));
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

async function countDocuments(meili: MeiliConnection, uid: string): Promise<number> {
  const { totalHits = 0 } = await ask(() => meili.search.index(uid).search("", { page: 1, hitsPerPage: 0 }));
  return totalHits;
}
