import { closeDb } from "#lib/data/client";

/** Closes this process's database connections, at its end. */
export async function closeConnections(): Promise<void> {
  await closeDb();
}
