import { fromPrisma, PgBoss, type PrismaTransactionLike } from "pg-boss";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";
import { captureSource } from "#lib/jobs/capture-source";
import { checkReplay } from "#lib/jobs/check-replay";
import type { JobDefinition } from "#lib/jobs/define-job";
import { rebuildPhrasingsJob } from "#lib/jobs/rebuild-phrasings";
import { reindexSearch } from "#lib/jobs/reindex-search";
import { logger } from "#lib/logger";

/** Every queue there is; each is made before the first job. */
const ALL_JOBS = [captureSource, checkReplay, reindexSearch, rebuildPhrasingsJob];

// Next evaluates modules once per bundle; one sender per process is enough.
const holder = globalThis as typeof globalThis & { daleelQueue?: Promise<PgBoss> };

/**
 * Adds a job in the caller's transaction: it exists exactly when the transaction commits.
 * @param tx the open Prisma transaction.
 * @param options.startAfter not before this time.
 * @param options.priority jobs of a higher number go first; 0 is usual.
 * @returns the job's id.
 * @throws ZodError when the payload is not the job's.
 */
export async function enqueue<Payload extends object>(
  job: JobDefinition<Payload>,
  payload: Payload,
  tx: PrismaTransactionLike,
  options: { startAfter?: Date; priority?: number } = {},
): Promise<string> {
  const boss = await sender();
  const id = await boss.send(job.name, job.payload.parse(payload), { ...options, db: fromPrisma(tx) });
  if (!id) throw new AppError("internal", `The queue did not take a ${job.name} job`);
  return id;
}

/** Makes the queue's own tables where they are missing. `enqueue` does it too; calling it early saves the first caller the wait. */
export async function prepareQueue(): Promise<void> {
  await sender();
}

/** Closes this process's sender; the next `enqueue` opens a new one. */
export async function closeQueue(): Promise<void> {
  const open = holder.daleelQueue;
  holder.daleelQueue = undefined;
  const boss = await open?.catch(() => undefined);
  await boss?.stop({ graceful: false });
}

function sender(): Promise<PgBoss> {
  holder.daleelQueue ??= openQueue({ supervise: false, max: 2 }).catch((thrown) => {
    holder.daleelQueue = undefined;
    throw thrown;
  });
  return holder.daleelQueue;
}

/**
 * A started pg-boss on the database of DATABASE_URL, in its own schema `pgboss`, with every queue made.
 * @param options.supervise whether it watches heartbeats; true in workers only.
 * @throws AppError `bad_settings`; whatever `pg` throws when the database is down.
 */
export async function openQueue(options: { supervise: boolean; max: number }): Promise<PgBoss> {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new AppError("bad_settings", "DATABASE_URL is not set; `npm start` sets it");
  const boss = new PgBoss({
    connectionString,
    connectionTimeoutMillis: 5_000,
    max: options.max,
    supervise: options.supervise,
    schedule: false,
    // A dead worker's job is found within heartbeat + these.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  // pg-boss goes on by itself after a lost connection; without a listener Node would end the process.
  boss.on("error", (err) => logger.warn({ err: err.message }, "the job queue lost its database for a moment"));
  try {
    await boss.start();
    for (const { name, heartbeatSeconds, expireInSeconds, retryLimit } of ALL_JOBS) {
      await boss.createQueue(name, { heartbeatSeconds, expireInSeconds, retryLimit, retryDelay: 1 });
    }
  } catch (thrown) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw thrown;
  }
  return boss;
}
