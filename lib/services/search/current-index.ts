import type { SearchIndex } from "#lib/core/search/search-index";
import { configuredEngine } from "#lib/services/search/engines";
import { answeringIndex, rememberFilled } from "#lib/services/search/index-state";

/** The search index of this installation. Services ask here; nobody else knows which engine it is. */
export function currentIndex(): SearchIndex {
  const { index } = configuredEngine();
  return {
    ...index,
    search: async (query) => (await answeringIndex()).search(query),
    similar: async (query) => (await answeringIndex()).similar(query),
    reindex: async (batches) => {
      const result = await index.reindex(batches);
      await rememberFilled(result.indexed);
      return result;
    },
  };
}
