import { execFileSync } from "node:child_process";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "#lib/adapters/net/free-port";
import { db } from "#lib/data/client";
import { tryLock } from "#lib/data/locks";
import { env, setEnv } from "#lib/env";
import { captureSource } from "#lib/jobs/capture-source";
import { closeQueue, enqueue } from "#lib/jobs/queue";
import { requestLock } from "#lib/services/captures/run-capture";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { startWorkerProcess, until, type WorkerProcess } from "#test/capture/worker-process";
import { type HostileSite, startHostileSite } from "#test/fixtures/hostile-site";

let site: HostileSite;
const workers: WorkerProcess[] = [];

function startWorker(environment: Record<string, string> = {}): WorkerProcess {
  const worker = startWorkerProcess(environment);
  workers.push(worker);
  return worker;
}

beforeAll(async () => {
  site = await startHostileSite();
  setEnv({ CAPTURE_ALLOW_HOSTS: site.host, CAPTURE_TIMEOUT_MS: "12000" });
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop("SIGKILL")));
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
});

async function ask(path: string): Promise<string> {
  const wish = { kind: "web_page", platform: "web", state: "queued", url: `${site.origin}${path}` } as const;
  const { id: requestId } = await buildCaptureRequest(wish);
  await db().$transaction((tx) => enqueue(captureSource, { requestId }, tx));
  return requestId;
}

const stateOf = async (id: string) => (await db().captureRequest.findUniqueOrThrow({ where: { id } })).state;
const capturesOf = (requestId: string) => db().capture.count({ where: { requestId } });
const processesOf = (pid: number) =>
  execFileSync("ps", ["-eo", "pid,args"])
    .toString()
    .split("\n")
    .filter((line) => line.includes(`daleel-browser-${pid}-`));

describe("worker", () => {
  test("captures what is asked, before and after it is ready, and ends on SIGTERM", async () => {
    const early = await ask("/article");
    const worker = startWorker();
    await worker.saw("worker ready");
    const late = await ask("/moved");
    await until(
      "both are done",
      async () => (await stateOf(early)) === "finished" && (await stateOf(late)) === "finished",
    );
    expect(await worker.stop("SIGTERM")).toBe(0);
    expect(processesOf(worker.pid)).toEqual([]);
  });

  test("killed in the middle of a capture, another worker does it once, and no browser is left", async () => {
    const first = startWorker();
    await first.saw("worker ready");
    const id = await ask("/never");
    await until("the page is open", async () => site.requests.includes("/never"));
    await first.stop("SIGKILL");
    await until("the browser follows its worker", async () => processesOf(first.pid).length === 0, 5_000);
    expect(await stateOf(id)).toBe("running");
    expect(await capturesOf(id)).toBe(0);

    const second = startWorker();
    await until("it is done again", async () => (await stateOf(id)) === "finished", 90_000);
    expect(await capturesOf(id)).toBe(1);
    expect(await db().custodyEvent.count({ where: { action: "capture.recorded" } })).toBe(await db().capture.count());
    await second.stop("SIGTERM");
  });

  test("stopped in the middle of a capture, the request goes back as if it had not been begun", async () => {
    const worker = startWorker({ CAPTURE_TIMEOUT_MS: "60000" });
    await worker.saw("worker ready");
    const id = await ask("/silent");
    await until("it has begun", async () => (await stateOf(id)) === "running");
    expect(await worker.stop("SIGTERM")).toBe(0);
    expect(await db().captureRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "queued",
      attempts: 0,
    });
    expect(processesOf(worker.pid)).toEqual([]);
    await db().captureRequest.update({ where: { id }, data: { state: "failed" } });
  });

  test("a job that comes while the request is being put back waits for it instead of losing it", async () => {
    const id = await ask("/article");
    const lock = await tryLock(requestLock(id));
    const worker = startWorker();
    await worker.saw("worker ready");
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await stateOf(id)).toBe("queued");
    await lock?.release();
    await until("it is done", async () => (await stateOf(id)) === "finished");
    await worker.stop("SIGTERM");
  });

  test("two workers never do the same request", async () => {
    const pair = [startWorker(), startWorker()];
    await Promise.all(pair.map((worker) => worker.saw("worker ready")));
    const ids = await Promise.all(Array.from({ length: 4 }, () => ask("/article")));
    // The same request asked for again: a job too many must not make a capture too many.
    for (const requestId of ids) await db().$transaction((tx) => enqueue(captureSource, { requestId }, tx));
    await until("all are done", async () =>
      (await Promise.all(ids.map(stateOf))).every((state) => state === "finished"),
    );
    for (const id of ids) expect(await capturesOf(id)).toBe(1);
    await Promise.all(pair.map((worker) => worker.stop("SIGTERM")));
  });

  test("waits for a database that is down, and says so", async () => {
    const nowhere = (env().DATABASE_URL ?? "").replace(/:\d+\//, `:${await freePort(0)}/`);
    const worker = startWorker({ DATABASE_URL: nowhere });
    await worker.saw("PostgreSQL does not answer yet");
    expect(await worker.stop("SIGTERM")).toBe(0);
  });
});
