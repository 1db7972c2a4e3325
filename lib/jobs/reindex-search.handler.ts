import { runReindex } from "#lib/services/search/run-reindex";

/** The work of a `reindex-search` job. */
export function handleReindexSearch(payload: { rebuildId: string }, signal: AbortSignal): Promise<void> {
  return runReindex(payload.rebuildId, signal);
}
