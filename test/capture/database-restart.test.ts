import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { freePort } from "#lib/adapters/net/free-port";
import { startEmbeddedPostgres } from "#lib/adapters/postgres/embedded-postgres";
import { closeDb, db } from "#lib/data/client";
import { applyMigrations } from "#lib/data/migrations";
import { env, setEnv } from "#lib/env";
import { captureSource } from "#lib/jobs/capture-source";
import { closeQueue, enqueue } from "#lib/jobs/queue";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { startWorkerProcess, until } from "#test/capture/worker-process";
import { startHostileSite } from "#test/fixtures/hostile-site";

test("PostgreSQL restarted in the middle of a capture: nothing lost, nothing doubled", async () => {
  const usual = env().DATABASE_URL;
  const folder = await mkdtemp(join(tmpdir(), "daleel-restart-"));
  const port = await freePort(0);
  const start = () => startEmbeddedPostgres(join(folder, "postgres"), port, { durable: false });
  let server = await start();
  const site = await startHostileSite();
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("CREATE DATABASE daleel");
  await admin.end();
  await applyMigrations(server.url("daleel"));
  await closeDb();
  setEnv({ DATABASE_URL: server.url("daleel"), CAPTURE_ALLOW_HOSTS: site.host, CAPTURE_TIMEOUT_MS: "12000" });
  const worker = startWorkerProcess();
  try {
    await worker.saw("worker ready");
    const wish = { kind: "web_page", platform: "web", state: "queued", url: `${site.origin}/never` } as const;
    const { id: requestId } = await buildCaptureRequest(wish);
    await db().$transaction((tx) => enqueue(captureSource, { requestId }, tx));
    await until("the page is open", async () => site.requests.includes("/never"));
    await closeQueue();
    await closeDb();
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    server = await start();
    const finished = async () => {
      const row = await db().captureRequest.findUnique({ where: { id: requestId } });
      return row?.state === "finished";
    };
    await until("the capture is recorded", finished, 60_000);
    expect(await db().capture.count()).toBe(1);
    expect(await db().custodyEvent.count({ where: { action: "capture.recorded" } })).toBe(1);
    expect(await worker.stop("SIGTERM")).toBe(0);
  } finally {
    await worker.stop("SIGKILL");
    await closeDb();
    await site.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    setEnv({ DATABASE_URL: usual });
  }
});
