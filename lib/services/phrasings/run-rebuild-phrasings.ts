import { FOLD_VERSION } from "#lib/core/text/fold";
import { db } from "#lib/data/client";
import { countWordings } from "#lib/data/families";
import { rebuildPhrasings } from "#lib/services/phrasings/rebuild-phrasings";
import { runRebuild } from "#lib/services/system/run-rebuild";

/** Does a rebuild of all phrasings that somebody asked for. @throws whatever `signal` was aborted with. */
export async function runRebuildPhrasings(rebuildId: string, signal: AbortSignal): Promise<void> {
  const total = await countWordings(db(), FOLD_VERSION);
  await runRebuild(rebuildId, signal, total, async (tell) => {
    const report = await rebuildPhrasings({ signal, onProgress: ({ done, total: all }) => tell(done, all) });
    return { done: report.wordings, differences: report.differences };
  });
}
