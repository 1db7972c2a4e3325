import { PrismaPg } from "@prisma/adapter-pg";
import { closeSearchPool } from "#lib/data/search/search-pool";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";
import { PrismaClient } from "#prisma/generated/client";

/** A client inside `db().$transaction(…)`. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** What data functions take: the client itself or an open transaction. */
export type Db = PrismaClient | Tx;

// Next evaluates modules once per bundle; one pool per process is enough.
const holder = globalThis as typeof globalThis & { daleelDb?: PrismaClient };

/**
 * The one database client of this process, made on first use.
 * @throws AppError `bad_settings` when DATABASE_URL is not set.
 */
export function db(): PrismaClient {
  if (holder.daleelDb) return holder.daleelDb;
  const url = env().DATABASE_URL;
  if (!url) throw new AppError("bad_settings", "DATABASE_URL is not set; `npm start` sets it");
  const adapter = new PrismaPg({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000 });
  holder.daleelDb = new PrismaClient({ adapter });
  return holder.daleelDb;
}

/** Closes the pool and that of searches; the next `db()` opens a new one. */
export async function closeDb(): Promise<void> {
  const open = holder.daleelDb;
  holder.daleelDb = undefined;
  await Promise.all([open?.$disconnect(), closeSearchPool()]);
}
