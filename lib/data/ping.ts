import { db } from "#lib/data/client";

/** Resolves when the database answers a query. */
export async function pingDatabase(): Promise<void> {
  await db().$queryRaw`SELECT 1`;
}
