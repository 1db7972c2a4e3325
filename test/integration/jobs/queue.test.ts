import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/client";
import { captureSource } from "#lib/jobs/capture-source";
import { closeQueue, enqueue, openQueue } from "#lib/jobs/queue";

afterAll(closeQueue);

async function jobs(requestId: string) {
  const boss = await openQueue({ supervise: false, max: 1 });
  try {
    return await boss.findJobs(captureSource.name, { data: { requestId } });
  } finally {
    await boss.stop({ graceful: false });
  }
}

describe("enqueue", () => {
  test("the job is there when the transaction commits", async () => {
    const requestId = randomUUID();
    const startAfter = new Date(Date.now() + 3_600_000);
    const id = await db().$transaction((tx) => enqueue(captureSource, { requestId }, tx, { startAfter }));
    const found = await jobs(requestId);
    expect(found.map((job) => job.id)).toEqual([id]);
    expect(found[0]?.startAfter.getTime()).toBe(startAfter.getTime());
  });

  test("and is not when it rolls back", async () => {
    const requestId = randomUUID();
    const work = db().$transaction(async (tx) => {
      await enqueue(captureSource, { requestId }, tx);
      throw new Error("rolled back");
    });
    await expect(work).rejects.toThrow("rolled back");
    expect(await jobs(requestId)).toEqual([]);
  });

  test("a payload that is not the job's is refused before anything is written", async () => {
    const work = db().$transaction((tx) => enqueue(captureSource, { requestId: "not an id" }, tx));
    await expect(work).rejects.toThrow();
  });

  test("many at once from a cold start make one set of tables", async () => {
    await closeQueue();
    const ids = Array.from({ length: 8 }, () => randomUUID());
    await Promise.all(ids.map((requestId) => db().$transaction((tx) => enqueue(captureSource, { requestId }, tx))));
    for (const id of ids) expect(await jobs(id)).toHaveLength(1);
  });
});
