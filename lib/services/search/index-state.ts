import type { SearchIndex } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { emptyPostgresIndex, findSearchState, type SearchState, saveSearchState } from "#lib/data/search-state";
import { AppError } from "#lib/errors";
import { configuredEngine, postgresEngine } from "#lib/services/search/engines";

/**
 * The index that answers now. A newly chosen engine is filled first; until then PostgreSQL answers with what it has, and
 * where it has nothing any more, search says that it is not there.
 * @throws AppError `search_down`
 */
export async function answeringIndex(): Promise<SearchIndex> {
  const engine = configuredEngine();
  const filled = filledEngine(await findSearchState(db()));
  if (filled === engine.name) return engine.index;
  if (filled === "postgres") return postgresEngine.index;
  throw new AppError("search_down", "The search index is being filled; until that is done nothing can be found");
}

/** Whether changes can be brought to the engine: not before its index was filled once, and is still that one. */
export async function mayBeFed(): Promise<boolean> {
  const engine = configuredEngine();
  const state = await findSearchState(db());
  if (filledEngine(state) !== engine.name) return false;
  return engine.name === "postgres" || (await whyNot(state)) === null;
}

/** @returns why the index has to be filled, in words for the log; null when it holds what it should. */
export async function whyToFill(): Promise<string | null> {
  return whyNot(await findSearchState(db()));
}

async function whyNot(state: SearchState | null): Promise<string | null> {
  const engine = configuredEngine();
  const filled = filledEngine(state);
  if (filled !== engine.name) return `the search engine is ${engine.name} now, and was ${filled}`;
  if (state?.version !== engine.version) return "this version of Daleel keeps it in another way";
  const identity = await engine.identity();
  if (identity === null) return "the server has no such index";
  return identity === state.identity ? null : "the server has another index in its place";
}

/** Said after a rebuild: the configured engine's index holds everything. */
export async function rememberFilled(documents: number): Promise<void> {
  const engine = configuredEngine();
  const identity = (await engine.identity()) ?? "";
  await saveSearchState(db(), { engine: engine.name, version: engine.version, identity, documents });
  if (engine.name !== "postgres") await emptyPostgresIndex(db());
}

const filledEngine = (state: SearchState | null) => state?.engine ?? postgresEngine.name;
