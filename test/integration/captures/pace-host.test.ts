import { beforeEach, describe, expect, test } from "vitest";
import { HOST_GAP_MS } from "#lib/core/captures/host-pace";
import { db } from "#lib/data/client";
import { listRestingHosts } from "#lib/data/host-pace";
import { setEnv } from "#lib/env";
import { getDeskOverview } from "#lib/services/captures/get-desk-overview";
import { noteHostAnswer, takeHostTurn } from "#lib/services/captures/pace-host";
import { runCapture } from "#lib/services/captures/run-capture";
import { withdrawRequest } from "#lib/services/captures/withdraw-request";
import { buildCaptureRequest } from "#test/builders/capture-request";

const POST = "https://x.com/i/status/1";
const OTHER_POST = "https://www.x.com/i/status/2";
const refused = { outcome: "bot_block", httpStatus: 403, retryAfterSeconds: null } as const;
const answered = { outcome: "content", httpStatus: 200, retryAfterSeconds: null } as const;

beforeEach(async () => {
  await db().hostPace.deleteMany();
});

describe("turns of a host", () => {
  test("of many at once exactly one begins", async () => {
    const now = new Date();
    const waits = await Promise.all(Array.from({ length: 8 }, () => takeHostTurn(POST, now)));
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(1);
    expect(waits.find(Boolean)).toEqual({ until: new Date(now.getTime() + HOST_GAP_MS), problem: "host_busy" });
    expect(await takeHostTurn(OTHER_POST, now)).toBeDefined();
    expect(await takeHostTurn("https://example.com/", now)).toBeUndefined();
  });

  test("allowed hosts are never slowed, and leave no trace", async () => {
    setEnv({ CAPTURE_ALLOW_HOSTS: "127.0.0.1:3139" });
    for (let i = 0; i < 5; i++) {
      expect(await takeHostTurn("http://127.0.0.1:3139/p/1")).toBeUndefined();
      await noteHostAnswer("http://127.0.0.1:3139/p/1", refused);
    }
    setEnv({ CAPTURE_ALLOW_HOSTS: undefined });
    expect(await db().hostPace.count()).toBe(0);
  });
});

test("refusals at the same time are all counted, and one answer ends the rest", async () => {
  await Promise.all([POST, OTHER_POST, POST].map((address) => noteHostAnswer(address, refused)));
  expect(await listRestingHosts(db(), new Date())).toMatchObject([{ host: "x.com", refusals: 3 }]);
  await noteHostAnswer(POST, answered);
  expect(await listRestingHosts(db(), new Date())).toEqual([]);
});

test("a capture of a resting host waits without having begun, says so on the desk, and may be taken back", async () => {
  for (let i = 0; i < 3; i++) await noteHostAnswer(POST, refused);
  const [resting] = await listRestingHosts(db(), new Date());
  const request = await buildCaptureRequest({
    platform: "x",
    platformId: "77",
    url: "https://x.com/i/status/77",
    state: "queued",
  });
  await runCapture(request.id);
  const row = await db().captureRequest.findUniqueOrThrow({ where: { id: request.id } });
  expect(row).toMatchObject({ state: "queued", problem: "host_resting", attempts: 0, startedAt: null });
  expect(row.retryAt).toEqual(resting?.restingUntil);

  const desk = await getDeskOverview(request.requestedBy);
  expect(desk.resting).toEqual([{ host: "x.com", refusals: 3, until: resting?.restingUntil.toISOString() }]);
  expect(desk.pending).toMatchObject([{ problem: "host_resting", retryAt: row.retryAt?.toISOString() }]);

  await withdrawRequest(request.requestedBy, request.id);
  await runCapture(request.id);
  expect(await db().captureRequest.findUniqueOrThrow({ where: { id: request.id } })).toMatchObject({
    state: "failed",
    problem: "request_withdrawn",
  });
});
