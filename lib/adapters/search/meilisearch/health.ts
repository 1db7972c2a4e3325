import { ask, type MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import { toAppError } from "#lib/errors";

/** Whether the index can be searched, with no more rights than searching needs. */
export async function checkIndex(meili: MeiliConnection): Promise<{ ok: boolean; detail: string }> {
  try {
    const index = meili.search.index(meili.uid);
    const { totalHits = 0 } = await ask(() => index.search("", { page: 1, hitsPerPage: 0 }));
    return { ok: true, detail: `Meilisearch, ${totalHits} documents` };
  } catch (thrown) {
    return { ok: false, detail: toAppError(thrown).message };
  }
}
