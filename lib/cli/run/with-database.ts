import { openDatabase } from "#lib/cli/run/open-database";
import { isArchiveRunning } from "#lib/cli/run/run-lock";
import { env, setEnv } from "#lib/env";
import { closeConnections } from "#lib/services/system/close-connections";

/**
 * Runs a command on the archive's database, whether the archive runs just now or not: an embedded server that runs is
 * used and left running, one that was started for the command is stopped after it, unless the archive was started
 * meanwhile and has taken it over.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const database = await openDatabase(env().DATABASE_URL);
  try {
    setEnv({ DATABASE_URL: database.url });
    return await work();
  } finally {
    await closeConnections();
    if (!database.isAdopted && !(await isArchiveRunning())) await database.stop();
  }
}
