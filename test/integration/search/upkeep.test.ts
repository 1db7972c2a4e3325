import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/data/client";
import { postgresIndex } from "#lib/data/search/postgres-index";
import { tendSlices } from "#lib/data/search/time-slices";
import { announceChange } from "#lib/data/search-outbox";
import { saveSearchState } from "#lib/data/search-state";
import { setEnv } from "#lib/env";
import { AppError } from "#lib/errors";
import { settleWordings } from "#lib/services/phrasings/settle-wordings";
import { askReindex } from "#lib/services/search/ask-reindex";
import { drainOutbox } from "#lib/services/search/drain-outbox";
import { configuredEngine } from "#lib/services/search/engines";
import { getSearchLag } from "#lib/services/search/get-search-lag";
import { getSearchSettings } from "#lib/services/search/get-search-settings";
import { rememberFilled } from "#lib/services/search/index-state";
import { retryFailedChanges } from "#lib/services/search/retry-failed-changes";
import { runReindex } from "#lib/services/search/run-reindex";
import { buildPerson } from "#test/builders/person";
import { buildPost } from "#test/builders/post";
import { buildSearchDoc } from "#test/builders/search-doc";
import { settleEverything } from "#test/builders/settle";

beforeEach(async () => {
  await db().searchOutbox.deleteMany();
  await db().rebuild.deleteMany();
});

const never = new AbortController().signal;

describe("lag", () => {
  test("how much waits, for how long, what failed and why, which wordings are not compared", async () => {
    await db().wording.updateMany({ data: { pivotId: randomUUID() } });
    expect(await getSearchLag()).toEqual({ waiting: 0, oldestSeconds: 0, failed: 0, problem: null, uncompared: 0 });
    await buildPost(await buildPerson(), { text: "not compared yet" });
    await db().$transaction((tx) => announceChange(tx, "post", [randomUUID()]));
    await db().searchOutbox.updateMany({ data: { createdAt: new Date(Date.now() - 90_000) } });
    const [first] = await db().searchOutbox.findMany({ orderBy: { id: "asc" }, take: 1 });
    await db().searchOutbox.update({ where: { id: first?.id ?? 0n }, data: { attempts: 2, problem: "no room" } });
    const lag = await getSearchLag();
    expect(lag).toMatchObject({ waiting: 2, failed: 1, problem: "no room", uncompared: 1 });
    expect(lag.oldestSeconds).toBeGreaterThanOrEqual(90);
  });

  test("failed changes are shown to admins and tried again at their word", async () => {
    const admin = await buildPerson({ role: "admin" });
    const post = await buildPost(admin, { text: "tried again" });
    await db().searchOutbox.updateMany({ data: { attempts: 9, problem: "too long" } });
    expect(await drainOutbox()).toBe(0);
    const { failed, lag, engine } = await getSearchSettings(admin);
    expect(failed).toMatchObject([{ kind: "post", entityId: post.postId, attempts: 9, problem: "too long" }]);
    expect([lag.failed, engine.ok]).toEqual([1, true]);
    expect(await retryFailedChanges(admin)).toEqual({ released: 1 });
    expect(await drainOutbox()).toBe(1);
    expect((await getSearchSettings(admin)).failed).toEqual([]);
  });

  test("a count that passed a step is not forgotten when the engine fails before it heard", async () => {
    const person = await buildPerson();
    const text = "the very same words of two people about the harbour";
    const first = await buildPost(person, { text });
    await settleEverything();
    const copiesOf = async (postId: string | null) =>
      (await db().searchDocument.findUniqueOrThrow({ where: { id: `post:${postId}` } })).copies;
    expect(await copiesOf(first.postId)).toBe(1);

    const second = await buildPost(person, { text });
    while ((await settleWordings()) > 0);
    const down = new AppError("search_down", "gone in the middle");
    const failing = { ...postgresIndex, index: () => Promise.reject(down) };
    await expect(drainOutbox(failing)).rejects.toThrow(down);
    await settleEverything();
    expect([await copiesOf(first.postId), await copiesOf(second.postId)]).toEqual([2, 2]);
  });

  test("is for admins", async () => {
    const editor = await buildPerson({ role: "editor" });
    for (const ask of [getSearchSettings, retryFailedChanges, askReindex]) {
      await expect(ask(editor)).rejects.toMatchObject({ code: "not_allowed" });
    }
  });
});

describe("the settings say which engine answers, and what has still to be filled", () => {
  beforeEach(() => db().searchState.deleteMany());
  afterEach(async () => {
    setEnv({ MEILI_URL: "", MEILI_KEY: "", MEILI_INDEX: "" });
    await db().searchState.deleteMany();
  });
  const look = async () => getSearchSettings(await buildPerson({ role: "admin" }));

  test("nothing when the index holds what it should", async () => {
    await rememberFilled(1);
    expect(await look()).toMatchObject({ engine: { ok: true }, filling: null });
  });

  test("until a newly chosen one is filled the old one answers", async () => {
    await rememberFilled(1);
    // Nothing answers at this port.
    setEnv({ MEILI_URL: "http://127.0.0.1:9", MEILI_KEY: "a key", MEILI_INDEX: "daleel" });
    const { engine, filling } = await look();
    expect(engine).toEqual({ ok: true, detail: expect.stringMatching(/^PostgreSQL/) });
    expect(filling).toMatchObject({
      reason: "another_engine",
      engine: "meilisearch",
      before: "postgres",
      done: null,
      total: await db().post.count(),
    });
  });

  test("moved back, nothing answers, although the engine itself is well", async () => {
    await saveSearchState(db(), { engine: "meilisearch", version: "1", identity: "x", documents: 1 });
    const { engine, filling } = await look();
    expect(engine).toEqual({ ok: false, detail: expect.stringContaining("being filled") });
    expect(filling).toMatchObject({ reason: "another_engine", engine: "postgres", before: "meilisearch" });
  });

  test("an engine that does not answer is said to be so, and nothing is said to be missing", async () => {
    setEnv({ MEILI_URL: "http://127.0.0.1:9", MEILI_KEY: "a key", MEILI_INDEX: "daleel" });
    await saveSearchState(db(), {
      engine: "meilisearch",
      version: configuredEngine().version,
      identity: "x",
      documents: 1,
    });
    expect(await look()).toMatchObject({ engine: { ok: false }, filling: null });
  });
});

describe("rebuilding on request", () => {
  test("waits for the worker, is asked for once, ends with its number of documents", async () => {
    const admin = await buildPerson({ role: "admin" });
    await buildPost(admin, { text: "found again after a rebuild" });
    const [one, other] = await Promise.all([askReindex(admin), askReindex(admin)]);
    expect(one).toEqual(other);
    expect((await getSearchSettings(admin)).rebuild).toMatchObject({
      state: "queued",
      isUnderWay: true,
      askedBy: admin.name,
    });
    await runReindex(one.rebuildId, never);
    const { rebuild } = await getSearchSettings(admin);
    expect(rebuild).toMatchObject({ state: "finished", isUnderWay: false, problem: null });
    expect(rebuild?.done).toBe(await db().searchDocument.count());
    expect((await postgresIndex.search({ q: "found again" })).total).toBe(1);
    expect((await askReindex(admin)).rebuildId).not.toBe(one.rebuildId);
  });

  test("that breaks says why, and one whose worker is gone can be asked for again", async () => {
    const admin = await buildPerson({ role: "admin" });
    await buildPost(admin, { text: "breaks" });
    const { rebuildId } = await askReindex(admin);
    await db().$executeRaw`ALTER TABLE search_document RENAME TO search_document_away`;
    await runReindex(rebuildId, never).finally(
      () => db().$executeRaw`ALTER TABLE search_document_away RENAME TO search_document`,
    );
    const { rebuild } = await getSearchSettings(admin);
    expect(rebuild).toMatchObject({ state: "failed", isUnderWay: false });
    expect(rebuild?.problem).toMatch(/search_document/);

    const next = await askReindex(admin);
    await db().rebuild.update({
      where: { id: next.rebuildId },
      data: { state: "running", beatAt: new Date(Date.now() - 120_000) },
    });
    expect((await getSearchSettings(admin)).rebuild).toMatchObject({ state: "running", isUnderWay: false });
    expect((await askReindex(admin)).rebuildId).not.toBe(next.rebuildId);
  });

  test("that is cut off by a stopping worker is left for the next", async () => {
    const admin = await buildPerson({ role: "admin" });
    await buildPost(admin, { text: "cut off" });
    const { rebuildId } = await askReindex(admin);
    await expect(runReindex(rebuildId, AbortSignal.abort(new Error("stopping")))).rejects.toThrow("stopping");
    expect((await getSearchSettings(admin)).rebuild).toMatchObject({ state: "running" });
    await runReindex(rebuildId, never);
    expect((await getSearchSettings(admin)).rebuild).toMatchObject({ state: "finished" });
  });
});

describe("slices of time", () => {
  const days = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) =>
      buildSearchDoc(`slice-${from + i}`, {
        text: "sliced",
        at: new Date(Date.UTC(2015, 0, 1 + from + i)).toISOString(),
      }),
    );
  const found = async (filters = {}) =>
    (await postgresIndex.search({ q: "sliced", sort: "oldest", pageSize: 100, filters })).hits.map((hit) => hit.id);

  test("that are being cut anew hide nothing, and a cut that was broken off goes on", async () => {
    await db().searchDocument.deleteMany();
    await postgresIndex.index(days(0, 60));
    const all = days(0, 60).map(({ id }) => id);
    expect(await found()).toEqual(all);
    // As a crash in the middle leaves it: bounds are new, documents stand where they stood, some were moved wrongly.
    const bounds = [20, 40].map((day) => new Date(Date.UTC(2015, 0, 1 + day)));
    await db().searchSlices.updateMany({ data: { bounds, isSettled: false } });
    await db().$executeRaw`UPDATE search_document SET slice = 2 WHERE at < '2015-01-05'`;
    expect((await found()).toSorted()).toEqual(all.toSorted());
    const narrow = { from: "2015-01-03", to: "2015-01-04" };
    expect(await found(narrow)).toEqual(all.slice(2, 4));
    expect(await tendSlices()).toBe(44);
    const slices = await db().searchDocument.groupBy({ by: ["slice"], _count: true, orderBy: { slice: "asc" } });
    expect(slices.map(({ slice, _count }) => [slice, _count])).toEqual([
      [0, 20],
      [1, 20],
      [2, 20],
    ]);
    expect(await found()).toEqual(all);
    expect(await found(narrow)).toEqual(all.slice(2, 4));
    expect(await tendSlices()).toBe(0);
    await postgresIndex.index(days(60, 1));
    expect((await db().searchDocument.findFirst({ where: { id: "post:slice-60" } }))?.slice).toBe(2);
  });
});
