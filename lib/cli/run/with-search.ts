import { findMeiliProgram } from "#lib/adapters/search/meilisearch/find-program";
import { deriveKeys } from "#lib/adapters/search/meilisearch/keys";
import { judgeVersion } from "#lib/adapters/search/meilisearch/version";
import { isArchiveRunning } from "#lib/cli/run/run-lock";
import { findSearchServer, startSearchServer } from "#lib/cli/run/search-server";
import { env, searchPath, setEnv } from "#lib/env";

/**
 * Runs a command with the archive's search engine, whether the archive runs just now or not: a Meilisearch that it runs
 * is used, one that was started for the command is stopped after it.
 */
export async function withSearch<T>(work: () => Promise<T>): Promise<T> {
  if (env().MEILI_URL) return work();
  const running = await findSearchServer();
  if (running) return withServer(running, work);
  const program = await findMeiliProgram(env().MEILI_BIN, searchPath());
  // An archive that runs without it, though the program is there, had its reasons.
  if (!program || !judgeVersion(program.version).isUsable || (await isArchiveRunning())) return work();
  const server = await startSearchServer(program, false);
  try {
    return await withServer(server, work);
  } finally {
    await server.stop();
  }
}

async function withServer<T>(
  { url, masterKey }: { url: string; masterKey: string },
  work: () => Promise<T>,
): Promise<T> {
  const { indexing } = await deriveKeys(url, masterKey, env().MEILI_INDEX);
  setEnv({ MEILI_URL: url, MEILI_KEY: indexing });
  return work();
}
