import { runRebuildPhrasings } from "#lib/services/phrasings/run-rebuild-phrasings";

/** The work of a `rebuild-phrasings` job. */
export function handleRebuildPhrasings(payload: { rebuildId: string }, signal: AbortSignal): Promise<void> {
  return runRebuildPhrasings(payload.rebuildId, signal);
}
