import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/data/client";
import { DEMO_POSTS } from "#lib/demo/posts";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { runCapture } from "#lib/services/captures/run-capture";
import { runDueRechecks } from "#lib/services/captures/run-due-rechecks";
import { getSourceTimeline } from "#lib/services/sources/get-source-timeline";
import { listChangeNotices } from "#lib/services/sources/list-change-notices";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { buildPerson } from "#test/builders/person";
import { captureRequest } from "#test/capture/run-request";

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite({ port: 0 });
  const { host } = new URL(site.origin);
  setEnv({ CAPTURE_ALLOW_HOSTS: host, DEMO_SITE_ORIGIN: site.origin, CAPTURE_TIMEOUT_MS: "20000" });
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
});

test("a post that goes and comes back between planned looks: changes, notices and the timeline say so", async () => {
  const post = DEMO_POSTS.find(({ state, isScripted }) => state === "live" && !isScripted);
  if (!post) throw new Error("Demo Square has no live post");
  const person = await buildPerson({ name: "Huda" });
  const url = `${site.origin}/p/${post.id}`;
  const wish = { kind: "post", platformId: post.id, url, state: "queued", requestedBy: person } as const;
  const first = await captureRequest(await buildCaptureRequest(wish));
  expect(first.capture?.outcome).toBe("content");
  const sourceId = first.request.sourceId;

  /** The worker's loop at a moment, and the capture that it leads to. */
  const lookAfter = async (hours: number) => {
    const [id = "", ...more] = await runDueRechecks(new Date(Date.now() + hours * 3_600_000 + 60_000));
    expect(more).toEqual([]);
    await runCapture(id);
    return db().captureRequest.findUniqueOrThrow({ where: { id }, include: { capture: true } });
  };
  site.remove(post.id);
  const gone = await lookAfter(1);
  expect(gone.capture).toMatchObject({ outcome: "deleted", requestedById: person.id });
  site.restore(post.id);
  const back = await lookAfter(24);
  expect(back.capture).toMatchObject({ outcome: "content", text: post.text });

  const { entries, looks } = await getSourceTimeline(person, sourceId);
  expect(
    entries.map(({ outcome, cause, recheckStep, requestedBy }) => [outcome, cause, recheckStep, requestedBy]),
  ).toEqual([
    ["content", "schedule", "1d", "Huda"],
    ["deleted", "schedule", "1h", "Huda"],
    ["content", "submission", null, "Huda"],
  ]);
  expect(entries.map(({ changes }) => changes.map(({ kinds }) => kinds))).toEqual([
    [["available"]],
    [["unavailable"]],
    [],
  ]);
  expect(looks.map(({ step }) => step)).toEqual(["7d", "30d"]);
  const { notices } = await listChangeNotices(person, { isSeen: false });
  expect(notices.map(({ kinds, excerpt, outcomeNow }) => [kinds, excerpt, outcomeNow])).toEqual([
    [["available"], post.text, "content"],
    [["unavailable"], post.text, "content"],
  ]);
  // The thumbnail is of the capture that still shows the post.
  const shown = await db().artifact.findUniqueOrThrow({ where: { id: notices[1]?.picture?.artifactId ?? "" } });
  expect(shown).toMatchObject({ captureId: first.capture?.id, role: "post_crop" });
  const [custody] = await db().custodyEvent.findMany({
    where: { subjectId: gone.capture?.id, action: "capture.recorded" },
  });
  expect(custody).toMatchObject({ actorName: "Daleel" });
  expect(custody?.details).toMatchObject({ cause: "schedule", step: "1h", requestedBy: { name: "Huda" } });
});
