import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { connect } from "#lib/adapters/search/meilisearch/client";
import { countBuilding } from "#lib/adapters/search/meilisearch/health";
import { deriveKeys } from "#lib/adapters/search/meilisearch/keys";
import { buildingUid, createdAt, dropIndex } from "#lib/adapters/search/meilisearch/rebuild";
import type { SearchIndex } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { findSearchState, saveSearchState } from "#lib/data/search-state";
import { setEnv } from "#lib/env";
import type { Actor } from "#lib/permissions/actor";
import { checkSearch, isSearchUp } from "#lib/services/search/check-search";
import { currentIndex } from "#lib/services/search/current-index";
import { drainOutbox } from "#lib/services/search/drain-outbox";
import { fillIndex, keepIndexFilled } from "#lib/services/search/fill-index";
import { getSearchSettings } from "#lib/services/search/get-search-settings";
import { whyToFill } from "#lib/services/search/index-state";
import { reindex } from "#lib/services/search/reindex";
import { searchArchive } from "#lib/services/search/search-archive";
import { buildPerson } from "#test/builders/person";
import { buildPost } from "#test/builders/post";
import { type MeiliServer, startMeilisearch } from "#test/setup/meilisearch-server";

const program = inject("meiliProgram");
const UID = "daleel_faults";

describe.skipIf(!program)("an archive that searches with Meilisearch", () => {
  let server: MeiliServer;
  let person: Actor;
  let key: string;
  const going = new AbortController().signal;

  beforeAll(async () => {
    server = await startMeilisearch(program ?? "");
    person = await buildPerson();
    key = (await deriveKeys(server.url, server.key, UID)).indexing;
  });
  afterAll(() => server.remove());

  const onMeilisearch = () => setEnv({ MEILI_URL: server.url, MEILI_KEY: key, MEILI_INDEX: UID });
  const onPostgres = () => setEnv({ MEILI_URL: "", MEILI_KEY: "", MEILI_INDEX: "" });
  const admin = () => connect(server.url, server.key, UID);
  const find = async (q: string) => (await searchArchive(person, { q, pageSize: 100 })).hits;
  const drainAll = async () => {
    while ((await drainOutbox()) > 0);
  };

  beforeEach(async () => {
    onPostgres();
    await db().searchOutbox.deleteMany();
    await db().searchDocument.deleteMany();
    await db().searchState.deleteMany();
    await dropIndex(admin(), UID);
  });

  test("moves to it and back by itself; until an index is filled the old one answers, and nothing is lost", async () => {
    await buildPost(person, { text: "before the move" });
    await drainAll();
    onMeilisearch();
    await buildPost(person, { text: "during the move" });
    expect(await drainOutbox()).toBe(0);
    expect((await find("before")).length).toBe(1);
    expect((await find("during")).length).toBe(0);
    expect(await whyToFill()).toMatch(/meilisearch now, and was postgres/);
    const admin = await buildPerson({ role: "admin" });
    expect(await getSearchSettings(admin)).toMatchObject({
      engine: { ok: true, detail: expect.stringMatching(/^PostgreSQL/) },
      filling: { reason: "another_engine", engine: "meilisearch", done: null },
    });

    expect(await fillIndex(going)).toBeGreaterThanOrEqual(2);
    expect(await getSearchSettings(admin)).toMatchObject({
      engine: { ok: true, detail: expect.stringMatching(/^Meilisearch/) },
      filling: null,
    });
    expect(await fillIndex(going)).toBeNull();
    expect((await find("during")).length).toBe(1);
    expect(await db().searchDocument.count()).toBe(0);
    expect(await findSearchState(db())).toMatchObject({ engine: "meilisearch" });
    await drainAll();
    expect((await find("the move")).length).toBe(2);

    onPostgres();
    await expect(find("before")).rejects.toMatchObject({ code: "search_down" });
    expect(await isSearchUp()).toBe(false);
    await fillIndex(going);
    expect((await find("the move")).length).toBe(2);
  });

  describe("once it is filled", () => {
    beforeEach(async () => {
      onMeilisearch();
      await fillIndex(going);
    });

    test("says how it is", async () => {
      await buildPost(person, { text: "waiting" });
      expect(await checkSearch()).toMatchObject({
        engine: "meilisearch",
        ok: true,
        detail: expect.stringMatching(/^Meilisearch, \d+ documents$/),
        toFill: null,
        lag: { waiting: 1, failed: 0, problem: null },
      });
      expect(await isSearchUp()).toBe(true);
    });

    test("fills it anew when the server lost it, has another, or this version keeps it in another way", async () => {
      await buildPost(person, { text: "kept in the record" });
      await dropIndex(admin(), UID);
      expect(await whyToFill()).toMatch(/no such index/);
      await expect(find("kept")).rejects.toMatchObject({ code: "search_down" });
      expect(await drainOutbox()).toBe(0);
      await keepIndexFilled(going);
      expect((await find("kept")).length).toBe(1);

      const state = await findSearchState(db());
      if (state) await saveSearchState(db(), { ...state, version: "older" });
      expect(await whyToFill()).toMatch(/in another way/);
      if (state) await saveSearchState(db(), { ...state, identity: "another" });
      expect(await whyToFill()).toMatch(/another index/);
      await fillIndex(going);
      expect(await whyToFill()).toBeNull();
      expect((await find("kept")).length).toBe(1);
    });

    test("how far a rebuild is can be seen with the key that may only search", async () => {
      await buildPost(person, { text: "counted while it is built" });
      const web = connect(server.url, (await deriveKeys(server.url, server.key, UID)).search, UID);
      expect(await countBuilding(web)).toBeNull();
      const seen: Promise<number | null>[] = [];
      await reindex(() => void seen.push(countBuilding(web)));
      expect(await seen[0]).toBeTypeOf("number");
      expect(await countBuilding(web)).toBeNull();
    });

    test("a change whose task fails waits with the task's own sentence, and holds up nobody", async () => {
      await buildPost(person, { text: "poison" });
      await buildPost(person, { text: "healthy" });
      const index = currentIndex();
      const picky: SearchIndex = {
        ...index,
        index: (docs) =>
          index.index(docs.map((doc) => (doc.text === "poison" ? { ...doc, id: "post:no such id!" } : doc))),
      };
      expect(await drainOutbox(picky)).toBe(1);
      expect((await find("healthy")).length).toBe(1);
      const [row] = await db().searchOutbox.findMany();
      expect(row).toMatchObject({ attempts: 1, problem: expect.stringContaining("no such id!") });
      expect((await checkSearch()).lag).toMatchObject({ waiting: 1, failed: 1, problem: row?.problem });
      await db().searchOutbox.updateMany({ data: { createdAt: new Date(Date.now() - 11_000) } });
      await drainAll();
      expect((await find("poison")).length).toBe(1);
    });

    test("while it is down search says so, everything else goes on, and the outbox catches up", async () => {
      await server.kill();
      await expect(find("anything")).rejects.toMatchObject({ code: "search_down" });
      expect(await isSearchUp()).toBe(false);
      expect(await checkSearch()).toMatchObject({ ok: false, detail: expect.stringContaining("cannot be reached") });
      await buildPost(person, { text: "captured meanwhile" });
      await expect(drainOutbox()).rejects.toMatchObject({ code: "search_down" });
      await expect(keepIndexFilled(going)).rejects.toMatchObject({ code: "search_down" });
      expect(await db().searchOutbox.findMany()).toMatchObject([{ attempts: 0, problem: null }]);
      await server.start();
      await drainAll();
      expect((await find("captured meanwhile")).length).toBe(1);
    });

    test("killed while changes are written, nothing is lost and nothing doubled", async () => {
      for (let i = 0; i < 60; i++) await buildPost(person, { text: `written under fire ${i}` });
      const drain = drainOutbox();
      const fate = drain.then(
        () => "done",
        (thrown) => thrown.code,
      );
      await sleep(150);
      await server.kill();
      expect(["done", "search_down"]).toContain(await fate);
      await server.start();
      await drainAll();
      expect(await db().searchOutbox.count()).toBe(0);
      const ids = (await find("written under fire ")).map((hit) => hit.id);
      expect(ids.length).toBe(60);
      expect(new Set(ids).size).toBe(60);
    });

    test("killed in the middle of a rebuild, the old index stays, the half is cleared away, and the next rebuild is whole", async () => {
      for (let i = 0; i < 30; i++) await buildPost(person, { text: `rebuilt under fire ${i}` });
      await drainAll();
      const before = await createdAt(admin(), UID);
      await expect(reindex(() => process.kill(server.pid, "SIGKILL"))).rejects.toMatchObject({ code: "search_down" });
      await server.kill();
      await server.start();
      expect(await createdAt(admin(), UID)).toBe(before);
      expect(await createdAt(admin(), buildingUid(admin()))).not.toBeNull();
      expect((await find("rebuilt under fire ")).length).toBe(30);
      await keepIndexFilled(going);
      expect(await createdAt(admin(), buildingUid(admin()))).toBeNull();
      await reindex();
      expect((await find("rebuilt under fire ")).length).toBe(30);
      expect(await createdAt(admin(), UID)).not.toBe(before);
      expect(await whyToFill()).toBeNull();
    });

    test("two rebuilds at once are one; stopping the worker ends one in the middle", async () => {
      await buildPost(person, { text: "only once" });
      const fates = await Promise.allSettled([reindex(), reindex()]);
      expect(fates.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect((await find("only once")).length).toBe(1);
      const state = await findSearchState(db());
      if (state) await saveSearchState(db(), { ...state, version: "older" });
      const stop = new AbortController();
      stop.abort();
      await keepIndexFilled(stop.signal);
      expect(await createdAt(admin(), buildingUid(admin()))).toBeNull();
      expect(await whyToFill()).toMatch(/in another way/);
    });
  });
});
