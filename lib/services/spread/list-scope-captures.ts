import type { ListCapture } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { listCapturesOfSources } from "#lib/data/spread/scope-captures";

/** Captures that a page lists; all of them are in the list of captures. */
const MOST = 10;

export type ScopeCaptures = {
  rows: ListCapture[];
  total: number;
  /** Of all of them, as far as they hold content. */
  ids: string[];
};

/** The newest captures of some sources, as pages show them. */
export async function listScopeCaptures(sourceIds: readonly string[]): Promise<ScopeCaptures> {
  const { rows, total, ids } = await listCapturesOfSources(db(), sourceIds, MOST);
  return {
    total,
    ids,
    rows: rows.map(({ source, limitsHit, finishedAt, _count, ...capture }) => ({
      ...capture,
      ...source,
      limitsHit: Array.isArray(limitsHit) ? limitsHit.map(String) : [],
      finishedAt: finishedAt.toISOString(),
      posts: _count.observations,
    })),
  };
}
