import { pingDatabase } from "#lib/data/ping";

/** Whether the parts that every request needs are there. */
export async function checkHealth(): Promise<{ ok: boolean; database: boolean }> {
  const database = await pingDatabase().then(
    () => true,
    () => false,
  );
  return { ok: database, database };
}
