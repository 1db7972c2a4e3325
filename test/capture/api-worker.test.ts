import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { captureSource } from "#lib/jobs/capture-source";
import { closeQueue, enqueue } from "#lib/jobs/queue";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { startWorkerProcess, until, type WorkerProcess } from "#test/capture/worker-process";
import { type FakeXApi, startFakeXApi } from "#test/setup/fake-x-api";
import { storeXToken } from "#test/setup/x-token";

let api: FakeXApi;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  api = await startFakeXApi();
  setEnv({ X_API_ORIGIN: api.origin });
  await storeXToken(api.token);
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop("SIGKILL")));
});
afterAll(async () => {
  await closeQueue();
  await api.stop();
});

async function startWorker(): Promise<WorkerProcess> {
  const worker = startWorkerProcess();
  workers.push(worker);
  await worker.saw("worker ready");
  return worker;
}

test("a worker that dies between two pages: another goes on after the last one, and none is paid for twice", async () => {
  api.total = 300;
  // The third question is never answered to the first worker.
  api.answer = (call) => (call === 3 ? "hang" : undefined);
  const url = "https://x.com/hashtag/moonbridge";
  const wish = { kind: "hashtag", platform: "x", platformId: "moonbridge", url, state: "queued", way: "api" } as const;
  const { id } = await buildCaptureRequest({ ...wish, options: { maxPosts: 300 } });
  await db().$transaction((tx) => enqueue(captureSource, { requestId: id }, tx));

  const first = await startWorker();
  await until("the third page is asked for", async () => api.calls.length === 3);
  await first.stop("SIGKILL");
  const left = await db().captureRequest.findUniqueOrThrow({
    where: { id },
    include: { apiPages: true, capture: true },
  });
  expect(left).toMatchObject({ state: "running", progress: 200, capture: null });
  expect(left.apiPages).toHaveLength(2);

  await startWorker();
  const isDone = async () => (await db().captureRequest.findUniqueOrThrow({ where: { id } })).state === "finished";
  await until("the other worker ends the search", isDone, 60_000);
  const asked = api.calls.map(({ query }) => query.get("next_token"));
  expect(asked).toEqual([null, "page-from-100", "page-from-200", "page-from-200"]);
  const capture = await db().capture.findUniqueOrThrow({ where: { requestId: id }, include: { observations: true } });
  expect(capture).toMatchObject({ outcome: "content", endedBy: "exhausted" });
  expect(capture.observations).toHaveLength(300);
});
