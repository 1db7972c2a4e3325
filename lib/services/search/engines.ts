import { openMeilisearch } from "#lib/adapters/search/meilisearch/open-index";
import type { SearchEngine } from "#lib/core/search/search-engine";
import { tryLock } from "#lib/data/locks";
import { postgresIndex } from "#lib/data/search/postgres-index";
import { withoutDrains } from "#lib/data/search-outbox";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

/** Raise it when PostgreSQL's documents or their words are made in another way. */
const POSTGRES_VERSION = "1";
const REBUILD_LOCK = "search rebuild";

/** The engine that is always there, and that goes on answering while another one is filled for the first time. */
export const postgresEngine: SearchEngine = {
  name: "postgres",
  version: POSTGRES_VERSION,
  identity: async () => "search_document",
  // It is filled within one transaction, which nobody else can look into.
  countBuilding: async () => null,
  tidy: async () => undefined,
  index: postgresIndex,
};

let opened: { engine: SearchEngine; by: string } | undefined;

/** The engine that the settings of this process ask for; whether its index is filled is another matter. */
export function configuredEngine(): SearchEngine {
  const { MEILI_URL: url, MEILI_KEY: key = "", MEILI_INDEX: uid } = env();
  if (!url) return postgresEngine;
  const by = JSON.stringify([url, key, uid]);
  if (opened?.by !== by) opened = { by, engine: openMeilisearch({ url, key, uid, exclusively }) };
  return opened.engine;
}

/** One rebuild at a time, and nobody writes at its end, over all processes of the archive. */
async function exclusively<T>(what: "rebuild" | "write", work: () => Promise<T>): Promise<T> {
  if (what === "write") return withoutDrains(work);
  const lock = await tryLock(REBUILD_LOCK);
  if (!lock) throw new AppError("conflict", "The search index is being rebuilt already, by another process");
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
