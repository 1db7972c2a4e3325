import { closeDb } from "#lib/data/client";
import { closeQueue } from "#lib/jobs/queue";

/** Closes this process's connections to the database and the job queue, at its end. */
export async function closeConnections(): Promise<void> {
  await closeQueue();
  await closeDb();
}
