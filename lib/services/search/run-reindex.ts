import { countSearched, reindex } from "#lib/services/search/reindex";
import { runRebuild } from "#lib/services/system/run-rebuild";

/** Does a rebuild of the search index that somebody asked for. @throws whatever `signal` was aborted with. */
export async function runReindex(rebuildId: string, signal: AbortSignal): Promise<void> {
  await runRebuild(rebuildId, signal, await countSearched(), async (tell) => {
    const { indexed } = await reindex((count) => tell(count));
    return { done: indexed };
  });
}
