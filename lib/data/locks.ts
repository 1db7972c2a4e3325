import pg from "pg";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

/** A lock that PostgreSQL holds for this process, and gives free by itself when the process or its connection dies. */
export type HeldLock = { release(): Promise<void> };

/** When a machine vanishes without closing its connections, its locks are free after about half a minute. */
const KEEPALIVE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

/**
 * Takes a named lock on a connection of its own, without waiting.
 * @param name any text; locks of one name exclude one another over all processes.
 * @returns undefined when somebody else holds it.
 */
export async function tryLock(name: string): Promise<HeldLock | undefined> {
  const { client, release } = await openConnection();
  const { rows } = await client.query("SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held", [name]);
  if (rows[0]?.held === true) return { release };
  await release();
  return undefined;
}

/** Waits for one of PostgreSQL's numbered locks, also for those that are taken within a transaction. */
export async function waitForLock(key: number): Promise<HeldLock> {
  const { client, release } = await openConnection();
  try {
    await client.query("SELECT pg_advisory_lock($1::bigint)", [key]);
    return { release };
  } catch (thrown) {
    await release();
    throw thrown;
  }
}

async function openConnection() {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new AppError("bad_settings", "DATABASE_URL is not set; `npm start` sets it");
  const client = new pg.Client({ connectionString, options: KEEPALIVE, connectionTimeoutMillis: 5_000 });
  // A restart of the database ends the connection and with it the lock; recording is fenced by the attempt's number.
  client.on("error", () => undefined);
  await client.connect();
  return { client, release: () => client.end().catch(() => undefined) };
}
