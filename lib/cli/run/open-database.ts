import pg from "pg";
import { freePort } from "#lib/adapters/net/free-port";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#lib/adapters/postgres/embedded-postgres";
import { applyMigrations } from "#lib/data/migrations";
import { AppError } from "#lib/errors";
import { dataPath } from "#lib/paths";

/** High and unusual, so that it does not meet a PostgreSQL that is there already. */
const FIRST_PORT = 54_410;
const DATABASE = "daleel";

export type OpenDatabase = {
  url: string;
  isAdopted: boolean;
  stop(): Promise<void>;
  remove(): Promise<void>;
  /** Starts the embedded server again after it died; nothing to do while it runs, or when it is somebody else's. */
  revive(): Promise<boolean>;
  applied: string[];
};

/**
 * A migrated database: the one of DATABASE_URL, else the embedded server's.
 * @throws AppError `database_down` when DATABASE_URL does not answer, `start_failed` when the embedded server does not.
 */
export async function openDatabase(externalUrl: string | undefined): Promise<OpenDatabase> {
  const server = externalUrl
    ? undefined
    : await startEmbeddedPostgres(dataPath("postgres"), await freePort(FIRST_PORT));
  const url = externalUrl ?? (server as EmbeddedPostgres).url(DATABASE);
  try {
    if (server) await ensureDatabase(server);
    else await checkReachable(url);
    const applied = await applyMigrations(url);
    return {
      url,
      applied,
      isAdopted: server?.isAdopted ?? true,
      stop: async () => server?.stop(),
      remove: async () => server?.remove(),
      revive: async () => (await server?.revive()) ?? false,
    };
  } catch (error) {
    if (server && !server.isAdopted) await server.stop();
    throw error;
  }
}

async function ensureDatabase(server: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function checkReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.end();
  } catch (cause) {
    const { hostname, port } = new URL(url);
    const reason = (cause as Error).message || (cause as NodeJS.ErrnoException).code;
    const message = `The PostgreSQL of DATABASE_URL (${hostname}:${port || 5432}) does not answer: ${reason}. Start it, or unset DATABASE_URL to use the embedded one.`;
    throw new AppError("database_down", message, {}, { cause });
  }
}
