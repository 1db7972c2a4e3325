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
 * @throws AppError `database_down` when DATABASE_URL does not answer, `bad_settings` when it is refused, `start_failed`
 *   when the embedded server does not start or the tables cannot be made.
 */
export async function openDatabase(externalUrl: string | undefined): Promise<OpenDatabase> {
  const server = externalUrl
    ? undefined
    : await startEmbeddedPostgres(dataPath("postgres"), await freePort(FIRST_PORT));
  const url = externalUrl ?? (server as EmbeddedPostgres).url(DATABASE);
  try {
    if (server) await ensureDatabase(server);
    else await checkReachable(url);
    const applied = await migrate(url);
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
    const server = `The PostgreSQL of DATABASE_URL (${hostname}:${port || 5432})`;
    if (isRefusal(cause)) {
      const message = `${server} answers, but refuses: ${reason}. Correct user, password and database name.`;
      throw new AppError("bad_settings", message, {}, { cause });
    }
    const message = `${server} does not answer: ${reason}. Start it, or unset DATABASE_URL to use the embedded one.`;
    throw new AppError("database_down", message, {}, { cause });
  }
}

/** Wrong user or password (class 28), no such database (3D): waiting does not help. */
function isRefusal(cause: unknown): boolean {
  const code = (cause as { code?: unknown }).code;
  return typeof code === "string" && /^(28|3D)\w{3}$/.test(code);
}

async function migrate(url: string): Promise<string[]> {
  try {
    return await applyMigrations(url);
  } catch (cause) {
    // The engine adds its own stack to the first line.
    const reason = (cause as Error).message.split("\n")[0];
    const advice = reason?.includes("not empty")
      ? "It holds something else already; give Daleel an empty database of its own."
      : "Nothing was changed by the step that failed.";
    const message = `The tables of the database could not be brought to this version: ${reason} ${advice}`;
    throw new AppError("start_failed", message, {}, { cause });
  }
}
