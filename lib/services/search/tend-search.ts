import { tendSlices } from "#lib/data/search/time-slices";

/**
 * Keeps PostgreSQL's search quick while the archive grows; nothing to do for another engine.
 * @returns how many documents were moved.
 */
export async function tendSearch(stop: AbortSignal): Promise<number> {
  return tendSlices(stop);
}
