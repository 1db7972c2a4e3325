import { ask, connect } from "#lib/adapters/search/meilisearch/client";
import { findMeiliProgram, type MeiliProgram, NO_PROGRAM } from "#lib/adapters/search/meilisearch/find-program";
import { deriveKeys, findMissingRights, type MeiliKeys } from "#lib/adapters/search/meilisearch/keys";
import { judgeVersion, readVersion, type Version } from "#lib/adapters/search/meilisearch/version";
import type { Progress } from "#lib/cli/run/progress";
import { startSearchServer } from "#lib/cli/run/search-server";
import { env, searchPath } from "#lib/env";
import { toAppError } from "#lib/errors";

export type OpenSearch = {
  /** For the web server, which may only search. */
  web: Record<string, string>;
  /** For worker and this process. */
  worker: Record<string, string>;
  /** What whoever starts the archive should know, in sentences. */
  notices: string[];
  stop(): Promise<void>;
  /** Also deletes the data of a server that was started here. */
  remove(): Promise<void>;
};

/**
 * The search engine of this start: the Meilisearch of MEILI_URL, else one that is run here where there is the program,
 * else PostgreSQL. The archive starts whatever is wrong with it: search is derived, evidence is not.
 */
export async function openSearch(progress: Progress): Promise<OpenSearch> {
  const { MEILI_URL, MEILI_KEY = "", MEILI_BIN } = env();
  if (MEILI_URL) return openGiven(MEILI_URL, MEILI_KEY);
  const program = await findMeiliProgram(MEILI_BIN, searchPath());
  if (program) return openOwn(program, progress);
  const isMissing = MEILI_BIN !== undefined && MEILI_BIN !== NO_PROGRAM;
  return onPostgres(isMissing ? [`MEILI_BIN: there is no program ${MEILI_BIN}. PostgreSQL searches instead.`] : []);
}

async function openOwn(program: MeiliProgram, progress: Progress): Promise<OpenSearch> {
  const { isUsable, advice } = judgeVersion(program.version);
  if (!isUsable) return onPostgres([`${advice} PostgreSQL searches instead.`]);
  try {
    const server = await progress.step("search", "Starting Meilisearch", () => startSearchServer(program));
    const keys = await deriveKeys(server.url, server.masterKey, env().MEILI_INDEX).catch(async (thrown) => {
      await server.stop();
      throw thrown;
    });
    const notices = [...server.notices, ...(advice ? [advice] : [])];
    return { ...settingsFor(server.url, keys), notices, stop: server.stop, remove: server.remove };
  } catch (thrown) {
    return onPostgres([`${toAppError(thrown).message}\n  PostgreSQL searches instead.`]);
  }
}

/** A server that somebody else runs. One that does not answer may answer later. */
async function openGiven(url: string, key: string): Promise<OpenSearch> {
  const nothing = { stop: async () => undefined, remove: async () => undefined };
  try {
    const { isUsable, advice } = judgeVersion(await askVersion(url, key));
    if (!isUsable) return onPostgres([`${url}: ${advice} PostgreSQL searches instead.`]);
    const keys = await deriveKeys(url, key, env().MEILI_INDEX);
    const missing = keys.isGiven ? await findMissingRights(url, key, env().MEILI_INDEX) : [];
    const notices = [advice, missing.length > 0 ? rightsWords(url, missing) : null].filter((notice) => notice !== null);
    return { ...settingsFor(url, keys), notices, ...nothing };
  } catch (thrown) {
    const notice = `${url}: ${toAppError(thrown).message}. Until it answers nothing can be searched; everything else works.`;
    return { ...settingsFor(url, { search: key, indexing: key }), notices: [notice], ...nothing };
  }
}

/** @returns null when this key may not ask. @throws AppError `search_down` when nobody answers. */
export async function askVersion(url: string, key: string): Promise<Version | null> {
  const { write } = connect(url, key, "");
  await ask(() => write.health());
  return write.getVersion().then(
    ({ pkgVersion }) => readVersion(pkgVersion),
    () => null,
  );
}

const rightsWords = (url: string, missing: readonly string[]) =>
  `${url}: MEILI_KEY lacks the rights ${missing.join(", ")}. Give a key that has them, or the master key, and start again.`;

function settingsFor(url: string, { search, indexing }: Pick<MeiliKeys, "search" | "indexing">) {
  return { web: { MEILI_URL: url, MEILI_KEY: search }, worker: { MEILI_URL: url, MEILI_KEY: indexing } };
}

function onPostgres(notices: string[]): OpenSearch {
  // Empty, not missing: Next reads .env too, and would bring back what is not there.
  const settings = { MEILI_URL: "", MEILI_KEY: "" };
  return { web: settings, worker: settings, notices, stop: async () => undefined, remove: async () => undefined };
}
