import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SearchIndex } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { postgresIndex } from "#lib/data/search/postgres-index";
import { announceChange } from "#lib/data/search-outbox";
import { ensureWording } from "#lib/data/wordings";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { drainOutbox } from "#lib/services/search/drain-outbox";
import { reindex } from "#lib/services/search/reindex";
import { searchArchive } from "#lib/services/search/search-archive";
import { buildPerson } from "#test/builders/person";
import { buildPost, buildWebPage } from "#test/builders/post";

let person: Actor;
beforeAll(async () => {
  person = await buildPerson();
});
beforeEach(async () => {
  await db().searchOutbox.deleteMany();
  await db().searchDocument.deleteMany();
});

const find = async (q: string) => (await searchArchive(person, { q })).hits;

describe("wordings", () => {
  test("the same words are one wording, also when many come at once", async () => {
    const texts = ["قاطِعوا الشركة!", "RT @x: قاطعوا الشركه https://t.co/abc", "قاطعوا   الشركة 🔥"];
    const all = [...texts, ...texts, ...texts];
    const ids = await Promise.all(all.map((text) => db().$transaction((tx) => ensureWording(tx, text))));
    expect(new Set(ids).size).toBe(1);
    expect(await db().$transaction((tx) => ensureWording(tx, "🔥 https://t.co/abc @x"))).toBeNull();
  });
});

describe("outbox", () => {
  test("a captured post becomes searchable, with its capture, tags and handle", async () => {
    const post = await buildPost(person, { text: "#مقاطعة الآن", hashtags: ["مقاطعة"], handle: "Palm_Desk" });
    expect(await find("مقاطعه")).toEqual([]);
    expect(await drainOutbox()).toBe(1);
    expect(await db().searchOutbox.count()).toBe(0);
    const [hit] = await find("مقاطعه");
    expect(hit).toMatchObject({ account: "palm_desk", hashtags: ["مقاطعه"], captureId: post.captureId, copies: 1 });
    const { sourceId } = await db().capture.findUniqueOrThrow({ where: { id: post.captureId } });
    expect(hit?.sourceId).toBe(sourceId);
    expect(await drainOutbox()).toBe(0);
  });

  test("what a failed capture shows is never searched; a post that vanished stays, marked", async () => {
    await buildWebPage(person, { text: "Log in to continue", outcome: "login_wall" });
    await buildWebPage(person, { title: "Water meters", text: "An article about meters" });
    const kept = await buildPost(person, { text: "vanished words", platformId: "77001" });
    await buildPost(person, { platformId: "77001", outcome: "deleted", text: null, seenAt: "2018-08-01T00:00:00Z" });
    await drainOutbox();
    expect(await find("continue")).toEqual([]);
    expect((await find("meters")).map((hit) => hit.kind)).toEqual(["capture"]);
    const [hit] = await find("vanished");
    expect(hit).toMatchObject({ outcome: "deleted", captureId: kept.captureId, text: "vanished words" });
  });

  test("a phrasing whose posts or step changed is written into their documents, with no text read again", async () => {
    await buildPost(person, { text: "copied line" });
    await buildPost(person, { text: "copied line https://t.co/abc" });
    await drainOutbox();
    expect((await find("copied line")).map((hit) => [hit.phrasingId, hit.copies])).toEqual([
      [null, 1],
      [null, 1],
    ]);
    const phrasing = await db().phrasing.create({ data: {} });
    await db().wording.updateMany({ where: { folded: "copied line" }, data: { phrasingId: phrasing.id } });
    await db().$transaction((tx) => announceChange(tx, "phrasing", [phrasing.id]));
    const onlyPatches = { ...postgresIndex, index: () => Promise.reject(new Error("texts were read")) };
    expect(await drainOutbox(onlyPatches)).toBe(1);
    expect((await find("copied line")).map((hit) => [hit.phrasingId, hit.copies])).toEqual([
      [phrasing.id, 2],
      [phrasing.id, 2],
    ]);
    await buildPost(person, { text: "copied line!" });
    // The post, and after it the others of its phrasing, whose number passed a step.
    expect([await drainOutbox(), await drainOutbox(onlyPatches)]).toEqual([1, 1]);
    expect((await find("copied line")).map((hit) => hit.copies)).toEqual([3, 3, 3]);
  });

  test("a supplied file is found by its name, note and claimed address, and says who gave it", async () => {
    const about = { format: "png", mediaType: "image/png", sha256: "0".repeat(64), bytes: 1n, receivedAt: new Date() };
    const item = await db().suppliedItem.create({
      data: {
        ...about,
        suppliedById: person.id,
        fileName: "harbour-night.png",
        note: "صورة من الميناء",
        claimedUrl: "https://example.com/p/1",
      },
    });
    await db().$transaction((tx) => announceChange(tx, "supplied", [item.id]));
    await drainOutbox();
    for (const q of ["harbour", "الميناء", "https://example.com/p/1"]) {
      expect(await find(q), q).toMatchObject([{ kind: "supplied", entityId: item.id, outcome: null, captureId: null }]);
    }
    const { name } = await db().user.findUniqueOrThrow({ where: { id: person.id } });
    expect((await searchArchive(person, { q: "harbour" })).facets.suppliedBy).toEqual([{ value: name, count: 1 }]);
  });

  test("one change that cannot be indexed waits, longer each time, and holds up nobody", async () => {
    await buildPost(person, { text: "poison" });
    await buildPost(person, { text: "healthy" });
    const picky: SearchIndex = {
      ...postgresIndex,
      index: async (docs) => {
        if (docs.some((doc) => doc.text === "poison")) throw new Error("cannot index this");
        await postgresIndex.index(docs);
      },
    };
    expect(await drainOutbox(picky)).toBe(1);
    expect((await find("healthy")).length).toBe(1);
    expect(await db().searchOutbox.findMany()).toMatchObject([{ attempts: 1, problem: "cannot index this" }]);
    expect(await drainOutbox(picky)).toBe(0);
    await db().searchOutbox.updateMany({ data: { createdAt: new Date(Date.now() - 11_000) } });
    expect(await drainOutbox(postgresIndex)).toBe(1);
    expect((await find("poison")).length).toBe(1);
  });

  test("an engine that is down costs nothing and blames no row", async () => {
    await buildPost(person, { text: "waiting" });
    const down: SearchIndex = {
      ...postgresIndex,
      index: async () => {
        throw new AppError("search_down", "no answer");
      },
    };
    await expect(drainOutbox(down)).rejects.toMatchObject({ code: "search_down" });
    expect(await db().searchOutbox.findMany()).toMatchObject([{ attempts: 0, problem: null }]);
    expect(await drainOutbox()).toBe(1);
  });

  test("two drains at once do each change once, and a change said twice is one document", async () => {
    const { postId } = await buildPost(person, { text: "twice said" });
    await db().$transaction((tx) => announceChange(tx, "post", postId ? [postId, postId] : []));
    const done = await Promise.all([drainOutbox(), drainOutbox()]);
    expect(done[0] + done[1]).toBe(2);
    expect((await find("twice said")).length).toBe(1);
  });
});

describe("rebuilding", () => {
  test("finds everything again and forgets what is no longer there", async () => {
    await buildPost(person, { text: "rebuilt post" });
    await buildWebPage(person, { title: "Rebuilt page", text: "body" });
    await postgresIndex.index([]);
    await db().searchOutbox.deleteMany();
    await reindex();
    expect((await find("rebuilt")).map((hit) => hit.kind).sort()).toEqual(["capture", "post"]);
    const before = await db().searchDocument.count();
    expect(await reindex()).toEqual({ indexed: before });
    expect(await db().searchDocument.count()).toBe(before);
  });
});

test("search that does not answer says so and nothing else", async () => {
  await db().$executeRaw`ALTER TABLE search_document RENAME TO search_document_away`;
  await expect(searchArchive(person, { q: "x" })).rejects.toMatchObject({ code: "search_down" });
  await db().$executeRaw`ALTER TABLE search_document_away RENAME TO search_document`;
  expect((await searchArchive(person, { q: "" })).page).toBe(1);
});
