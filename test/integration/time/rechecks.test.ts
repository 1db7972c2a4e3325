import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimRequest } from "#lib/data/capture-runs";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { closeQueue, prepareQueue } from "#lib/jobs/queue";
import { getCapture } from "#lib/services/captures/get-capture";
import { requestCapture } from "#lib/services/captures/request-capture";
import { runDueRechecks } from "#lib/services/captures/run-due-rechecks";
import { setSchedule } from "#lib/services/captures/set-schedule";
import { getSourceTimeline } from "#lib/services/sources/get-source-timeline";
import { submitSources } from "#lib/services/submissions/submit-sources";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";

const T0 = new Date("2026-03-01T10:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const later = (ms: number) => new Date(T0.getTime() + ms);

let hosts = 0;
const newUrl = () => `https://host-${++hosts}.example/p/1`;
const waiting = (sourceId: string) =>
  db().recheck.findMany({ where: { sourceId, requestId: null }, orderBy: { dueAt: "asc" } });
const requestsOf = (sourceId: string) =>
  db().captureRequest.findMany({ where: { sourceId, cause: "schedule" }, include: { recheck: true } });
const jobsOf = (requestId: string) =>
  db().$queryRaw<{ priority: number }[]>`
    SELECT priority FROM pgboss.job WHERE data->>'requestId' = ${requestId} ORDER BY created_on`;
const finish = (id: string) => db().captureRequest.update({ where: { id }, data: { state: "finished" } });

beforeEach(async () => {
  await prepareQueue();
  await db().recheck.deleteMany();
  await db().captureRequest.updateMany({ where: { state: { in: ["queued", "running"] } }, data: { state: "failed" } });
  await db().captureRequest.updateMany({ where: { cause: "schedule" }, data: { createdAt: new Date(0) } });
});
afterEach(() => setEnv({ RECHECK_AFTER: undefined }));
afterAll(closeQueue);

describe("a capture asked for by a person", () => {
  test("plans four looks in its name, and a second one plans anew instead of doubling them", async () => {
    const url = newUrl();
    const first = await buildCapture({ url, finishedAt: T0 });
    expect((await waiting(first.sourceId)).map(({ step, dueAt }) => [step, dueAt])).toEqual([
      ["1h", later(HOUR)],
      ["1d", later(DAY)],
      ["7d", later(7 * DAY)],
      ["30d", later(30 * DAY)],
    ]);
    const again = await buildCapture({ url, finishedAt: later(2 * HOUR) });
    const looks = await waiting(first.sourceId);
    expect(looks.map(({ dueAt }) => dueAt)).toEqual([3, 26, 170, 722].map((hours) => later(hours * HOUR)));
    expect(new Set(looks.map(({ requestedById }) => requestedById))).toEqual(new Set([again.request.requestedBy.id]));
  });

  test("plans nothing when the schedule is off, nothing for a search that costs money, nothing when a schedule asked", async () => {
    const api = await buildCapture({ url: newUrl(), kind: "hashtag", way: "api", finishedAt: T0 });
    const planned = await buildCapture({ url: newUrl(), cause: "schedule", finishedAt: T0 });
    setEnv({ RECHECK_AFTER: "" });
    const off = await buildCapture({ url: newUrl(), finishedAt: T0 });
    for (const { sourceId } of [api, planned, off]) expect(await waiting(sourceId)).toEqual([]);
  });

  test("that is not recorded plans nothing", async () => {
    const url = newUrl();
    await buildCapture({ url, finishedAt: T0 });
    const before = await db().recheck.count();
    const { request } = await buildCapture({ url: newUrl(), finishedAt: T0 });
    const { recordCapture } = await import("#lib/data/captures");
    // The same attempt again: fenced, so its transaction leaves nothing.
    const record = { id: crypto.randomUUID(), request, outcome: "content" as const, signals: [], limitsHit: [] };
    const rest = { requestedUrl: url, finalUrl: url, httpStatus: 200, title: null, text: "x", language: null };
    const hash = "0".repeat(64);
    const seal = { manifestSha256: hash, signatureSha256: hash, keyFingerprint: hash, authorities: [] };
    const times = { startedAt: T0, finishedAt: T0, endedBy: null, seal };
    const again = { ...record, ...rest, ...times, artifacts: [], posts: [] };
    await expect(db().$transaction((tx) => recordCapture(tx, again))).rejects.toMatchObject({ code: "conflict" });
    expect(await db().recheck.count()).toBe(before + 4);
  });
});

describe("a look that is due", () => {
  test("becomes a request in the name of whoever asked, behind those of people, with its job", async () => {
    const person = await buildPerson();
    const { sourceId } = await buildCapture({ url: newUrl(), finishedAt: T0, requestedBy: person, way: "session" });
    // Switched off in the meantime: what this person asked for goes on, in their name.
    await db().user.update({ where: { id: person.id }, data: { disabledAt: T0 } });
    expect(await runDueRechecks(later(HOUR - 1))).toEqual([]);
    const [id = ""] = await runDueRechecks(later(HOUR));
    const [request] = await requestsOf(sourceId);
    expect(request).toMatchObject({ id, requestedById: person.id, way: "session", state: "queued" });
    expect(request?.recheck?.step).toBe("1h");
    expect(await jobsOf(id)).toEqual([{ priority: -10 }]);
    expect((await waiting(sourceId)).map(({ step }) => step)).toEqual(["1d", "7d", "30d"]);
    expect(await claimRequest(id, later(HOUR))).toMatchObject({ cause: "schedule", recheckStep: "1h", way: "session" });
  });

  test("is recorded as done by the schedule on that person's wish", async () => {
    const person = await buildPerson();
    const { id } = await buildCapture({ url: newUrl(), cause: "schedule", requestedBy: person, finishedAt: T0 });
    const line = await db().custodyEvent.findFirstOrThrow({ where: { subjectId: id } });
    expect(line).toMatchObject({ actorId: null, actorName: "Daleel", action: "capture.recorded" });
    expect(line.details).toMatchObject({ cause: "schedule", requestedBy: { id: person.id, name: person.name } });
    expect(await db().capture.findUniqueOrThrow({ where: { id } })).toMatchObject({ requestedById: person.id });
  });

  test("is asked for once by four workers at once", async () => {
    const built = await Promise.all(Array.from({ length: 5 }, () => buildCapture({ url: newUrl(), finishedAt: T0 })));
    const rounds = await Promise.all(Array.from({ length: 4 }, () => runDueRechecks(later(HOUR))));
    expect(rounds.flat()).toHaveLength(5);
    for (const { sourceId } of built) expect(await requestsOf(sourceId)).toHaveLength(1);
  });

  test("is due again when its worker dies in between", async () => {
    const { sourceId } = await buildCapture({ url: newUrl(), finishedAt: T0 });
    // The very last moment of the transaction fails, after the request and its job were written.
    await db()
      .$executeRaw`CREATE FUNCTION power_cut() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''power cut''; END'`;
    await db().$executeRaw`CREATE CONSTRAINT TRIGGER power_cut AFTER UPDATE ON recheck DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION power_cut()`;
    await expect(runDueRechecks(later(HOUR))).rejects.toThrow("power cut");
    await db().$executeRaw`DROP TRIGGER power_cut ON recheck`;
    expect(await requestsOf(sourceId)).toEqual([]);
    expect(await waiting(sourceId)).toHaveLength(4);
    expect(await runDueRechecks(later(HOUR))).toHaveLength(1);
  });

  test("waits while the source is being captured for a person, and falls away when that capture plans anew", async () => {
    const url = newUrl();
    const { sourceId } = await buildCapture({ url, finishedAt: T0 });
    const { requestId } = await requestCapture(await buildPerson(), { sourceId });
    expect(await runDueRechecks(later(HOUR))).toEqual([]);
    await finish(requestId);
    await buildCapture({ url, finishedAt: later(HOUR) });
    expect(await runDueRechecks(later(HOUR))).toEqual([]);
  });

  test("that nobody has begun becomes the request of a person who asks now, and goes first", async () => {
    const { sourceId, id: captureId } = await buildCapture({ url: newUrl(), finishedAt: T0 });
    const [id = ""] = await runDueRechecks(later(HOUR));
    const person = await buildPerson();
    // The pages offer it: a button that waits for the schedule would keep an editor from going first.
    expect((await getSourceTimeline(person, sourceId)).pending).toMatchObject({
      cause: "schedule",
      isPromotable: true,
    });
    expect(await getCapture(person, captureId)).toMatchObject({ pendingRequestId: id, isPromotable: true });
    expect(await requestCapture(person, { sourceId })).toEqual({ requestId: id, isNew: false });
    const row = await db().captureRequest.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ cause: "submission", requestedById: person.id });
    expect(await jobsOf(id)).toEqual([{ priority: -10 }, { priority: 0 }]);
    expect(await getCapture(person, captureId)).toMatchObject({ pendingRequestId: id, isPromotable: false });
    await requestCapture(person, { sourceId });
    expect(await jobsOf(id)).toHaveLength(2);
  });
});

describe("a link that is submitted while only a planned look waits for it", () => {
  const submit = (url: string, actor: Awaited<ReturnType<typeof buildPerson>>) =>
    submitSources(actor, { lines: [url], reason: "" });

  test("goes first when the archive has nothing of it to offer", async () => {
    const url = newUrl();
    await buildCapture({ kind: "web_page", platform: "web", url, outcome: "error", finishedAt: T0 });
    const [id = ""] = await runDueRechecks(later(HOUR));
    const actor = await buildPerson();
    expect(await submit(url, actor)).toMatchObject({ accepted: 0, duplicates: 1 });
    const row = await db().captureRequest.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ cause: "submission", requestedById: actor.id });
    expect(await jobsOf(id)).toEqual([{ priority: -10 }, { priority: 0 }]);
  });

  test("is offered the capture that there is, and the planned look stays what it is", async () => {
    const url = newUrl();
    await buildCapture({ kind: "web_page", platform: "web", url, finishedAt: T0 });
    const [id = ""] = await runDueRechecks(later(HOUR));
    expect(await submit(url, await buildPerson())).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await db().captureRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({ cause: "schedule" });
  });
});

describe("an archive that was off", () => {
  test("looks once at each source, one after the other on one host, and then goes on as planned", async () => {
    const host = `https://busy-${++hosts}.example`;
    const built = [];
    for (let i = 0; i < 3; i++) built.push(await buildCapture({ url: `${host}/p/${i}`, finishedAt: later(i * 1000) }));
    let now = later(8 * DAY);
    const order: string[] = [];
    for (let round = 0; round < 3; round++) {
      const [id = "", ...more] = await runDueRechecks(now);
      expect(more).toEqual([]);
      const request = await db().captureRequest.findUniqueOrThrow({ where: { id }, include: { recheck: true } });
      expect(request.recheck?.step).toBe("1h,1d,7d");
      order.push(request.sourceId);
      // Neither while it waits nor right after it: the host gets a rest.
      expect(await runDueRechecks(now)).toEqual([]);
      await finish(id);
      expect(await runDueRechecks(new Date(now.getTime() + 14_000))).toEqual([]);
      now = new Date(now.getTime() + 16_000);
    }
    expect(order).toEqual(built.map(({ sourceId }) => sourceId));
    expect(await runDueRechecks(now)).toEqual([]);
    for (const { sourceId } of built) expect((await waiting(sourceId)).map(({ step }) => step)).toEqual(["30d"]);
  });

  test("asks for no more than twenty at a time, over all hosts", async () => {
    for (let i = 0; i < 22; i++) await buildCapture({ url: newUrl(), finishedAt: T0 });
    const [first = "", ...rest] = await runDueRechecks(later(DAY));
    expect(rest).toHaveLength(19);
    expect(await runDueRechecks(later(DAY))).toEqual([]);
    // One whose host asked for rest makes room for another host.
    await db().captureRequest.update({ where: { id: first }, data: { retryAt: later(2 * DAY) } });
    expect(await runDueRechecks(later(DAY))).toHaveLength(1);
    expect(await runDueRechecks(later(DAY))).toEqual([]);
  });

  test("a clock that jumped ahead and came back blocks nothing and doubles nothing", async () => {
    const host = `https://jump-${++hosts}.example`;
    const first = await buildCapture({ url: `${host}/p/1`, finishedAt: T0 });
    const [ahead = ""] = await runDueRechecks(later(3 * DAY));
    await finish(ahead);
    const second = await buildCapture({ url: `${host}/p/2`, finishedAt: T0 });
    // Back at the true time: the request from the future does not hold its host back.
    const [id = ""] = await runDueRechecks(later(HOUR));
    expect(await requestsOf(second.sourceId)).toMatchObject([{ id }]);
    expect(await requestsOf(first.sourceId)).toHaveLength(1);
  });
});

describe("a schedule", () => {
  test("stops, stays stopped when the source is captured again, and resumes: overdue looks are done once", async () => {
    const url = newUrl();
    const actor = await buildPerson();
    const { sourceId } = await buildCapture({ url, finishedAt: T0 });
    expect(await setSchedule(actor, { sourceId, isStopped: true }, later(1))).toBe(true);
    expect(await setSchedule(actor, { sourceId, isStopped: true }, later(2))).toBe(false);
    await buildCapture({ url, finishedAt: later(HOUR) });
    expect(await waiting(sourceId)).toHaveLength(4);
    expect(await runDueRechecks(later(2 * DAY))).toEqual([]);
    expect(await setSchedule(actor, { sourceId, isStopped: false }, later(2 * DAY))).toBe(true);
    await runDueRechecks(later(2 * DAY));
    expect((await requestsOf(sourceId)).map(({ recheck }) => recheck?.step)).toEqual(["1h,1d"]);
    const log = await db().custodyEvent.findMany({ where: { subjectId: sourceId }, orderBy: { seq: "asc" } });
    expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["source.looks_stopped", actor.id],
      ["source.looks_resumed", actor.id],
    ]);
  });

  test("takes back a planned look that waits for a worker, and keeps it for later", async () => {
    const { sourceId } = await buildCapture({ url: newUrl(), finishedAt: T0 });
    const [id = ""] = await runDueRechecks(later(HOUR));
    await setSchedule(await buildPerson(), { sourceId, isStopped: true }, later(HOUR));
    expect(await db().captureRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "failed" });
    expect(await claimRequest(id, later(HOUR))).toBeUndefined();
    expect((await waiting(sourceId)).map(({ step }) => step)).toEqual(["1h", "1d", "7d", "30d"]);
  });

  test("stopped, resumed, fallen due and asked for by a person at once, it is captured once and keeps its looks", async () => {
    const actor = await buildPerson();
    const now = later(2 * HOUR);
    for (let round = 0; round < 6; round++) {
      const { sourceId } = await buildCapture({ url: newUrl(), finishedAt: T0 });
      await Promise.all([
        runDueRechecks(now),
        setSchedule(actor, { sourceId, isStopped: true }, now),
        runDueRechecks(now),
        requestCapture(actor, { sourceId }),
        setSchedule(actor, { sourceId, isStopped: false }, now),
        runDueRechecks(now),
      ]);
      const pending = await db().captureRequest.findMany({ where: { sourceId, state: { in: ["queued", "running"] } } });
      expect(pending).toMatchObject([{ requestedById: actor.id }]);
      expect(await db().recheck.count({ where: { sourceId } })).toBe(4);
      const looks = await waiting(sourceId);
      expect(new Set(looks.map(({ cancelledAt }) => cancelledAt !== null)).size).toBe(1);
    }
  });

  test.each(["not-an-id", "11111111-1111-4111-8111-111111111111"])("of an unknown source is not found", async (id) => {
    const actor = await buildPerson();
    await expect(setSchedule(actor, { sourceId: id, isStopped: true })).rejects.toMatchObject({ code: "not_found" });
  });
});
