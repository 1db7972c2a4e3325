import type { EngineName } from "#lib/core/search/search-engine";
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

/** Why the index has to be filled: `another_engine` was chosen, or it is no longer what was filled last. */
export type FillReason = "another_engine" | "another_version" | "no_index" | "another_index";

/** @returns why the index has to be filled, in words for the log; null when it holds what it should. */
export async function whyToFill(): Promise<string | null> {
  const state = await findSearchState(db());
  const reason = await whyNot(state);
  if (reason === "another_engine") {
    return `the search engine is ${configuredEngine().name} now, and was ${filledEngine(state)}`;
  }
  return reason && REASON_WORDS[reason];
}

const REASON_WORDS = {
  another_version: "this version of Daleel keeps it in another way",
  no_index: "the server has no such index",
  another_index: "the server has another index in its place",
} satisfies Record<Exclude<FillReason, "another_engine">, string>;

export type Filling = {
  reason: FillReason;
  /** The engine that is to be filled, and the one that was filled last. */
  engine: EngineName;
  before: string;
  /** Documents that it has so far; null when nobody can see. */
  done: number | null;
};

/**
 * What is still to be filled, as far as this process may know: a key that may only search is not told which index the
 * server has, and an engine that does not answer says so elsewhere.
 */
export async function findFilling(): Promise<Filling | null> {
  const engine = configuredEngine();
  const state = await findSearchState(db());
  const reason = await whyNot(state).catch(() => null);
  if (reason === null) return null;
  const done = await engine.countBuilding().catch(() => null);
  return { reason, engine: engine.name, before: filledEngine(state), done };
}

async function whyNot(state: SearchState | null): Promise<FillReason | null> {
  const engine = configuredEngine();
  if (filledEngine(state) !== engine.name) return "another_engine";
  if (state?.version !== engine.version) return "another_version";
  const identity = await engine.identity();
  if (identity === null) return "no_index";
  return identity === state.identity ? null : "another_index";
}

/** Said after a rebuild: the configured engine's index holds everything. */
export async function rememberFilled(documents: number): Promise<void> {
  const engine = configuredEngine();
  const identity = (await engine.identity()) ?? "";
  await saveSearchState(db(), { engine: engine.name, version: engine.version, identity, documents });
  if (engine.name !== "postgres") await emptyPostgresIndex(db());
}

const filledEngine = (state: SearchState | null) => state?.engine ?? postgresEngine.name;
