import { createHash } from "node:crypto";
import pg from "pg";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";
import type { Prisma } from "#prisma/generated/client";

/** Asks the database for rows; a search asks little else, so it does without transactions. */
export type Ask = <Row extends object>(sql: Prisma.Sql, options?: { isPrepared?: boolean }) => Promise<Row[]>;

/** A search that takes longer is given up: somebody is waiting. */
export const STATEMENT_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 4;

/**
 * Plans are chosen by us, not by costs, which know nothing of how dear a look into a text is: words by their index, never
 * by reading everything; no compiling, no helpers. Planning over all slices costs as much as searching some, so plans of
 * prepared statements are made once. Words are near with a fifth of their trigrams in common: that is what two swapped
 * letters leave of five.
 */
const SETTINGS = [
  `statement_timeout=${STATEMENT_TIMEOUT_MS}`,
  "jit=off",
  "work_mem=64MB",
  "enable_seqscan=off",
  "max_parallel_workers_per_gather=0",
  "plan_cache_mode=force_generic_plan",
  "pg_trgm.similarity_threshold=0.2",
];

// Next evaluates modules once per bundle; one pool per process is enough.
const holder = globalThis as typeof globalThis & { daleelSearchPool?: pg.Pool };

/** @throws AppError `bad_settings`; whatever `pg` throws when the database is down. */
export const askDatabase: Ask = async (sql, { isPrepared = false } = {}) => {
  const name = isPrepared ? createHash("sha256").update(sql.text).digest("hex").slice(0, 40) : undefined;
  const { rows } = await searchPool().query({ text: sql.text, values: sql.values, name });
  return rows;
};

/** Closes the connections of searches; the next search opens new ones. */
export async function closeSearchPool(): Promise<void> {
  const open = holder.daleelSearchPool;
  holder.daleelSearchPool = undefined;
  await open?.end();
}

function searchPool(): pg.Pool {
  if (holder.daleelSearchPool) return holder.daleelSearchPool;
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new AppError("bad_settings", "DATABASE_URL is not set; `npm start` sets it");
  const options = SETTINGS.map((setting) => `-c ${setting}`).join(" ");
  const pool = new pg.Pool({ connectionString, options, max: MAX_CONNECTIONS, connectionTimeoutMillis: 5_000 });
  // A lost connection is opened again by the next search; without a listener Node would end the process.
  pool.on("error", () => undefined);
  holder.daleelSearchPool = pool;
  return pool;
}
