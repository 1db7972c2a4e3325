import { beforeAll, describe, expect, test } from "vitest";
import type { ArchiveHit } from "#lib/core/search/views";
import type { Actor } from "#lib/permissions/actor";
import { addExhibit } from "#lib/services/cases/add-exhibit";
import { settleWordings } from "#lib/services/phrasings/settle-wordings";
import { drainOutbox } from "#lib/services/search/drain-outbox";
import { findFacetValues } from "#lib/services/search/find-facet-values";
import { searchArchive } from "#lib/services/search/search-archive";
import { buildCase } from "#test/builders/case";
import { buildDraft } from "#test/builders/case-draft";
import { buildPerson } from "#test/builders/person";
import { buildPost, buildWebPage } from "#test/builders/post";

const LINE = "البلدية ترفع رسوم العدادات من دون إعلان والناس آخر من يعلم بالأمر";

let person: Actor;
let caseId: string;
let hits: Map<string, ArchiveHit>;

beforeAll(async () => {
  person = await buildPerson();
  ({ caseId } = await buildCase(person, buildDraft({ title: { en: "Water meters", ar: "عدادات الماء" } })));
  for (let i = 0; i < 12; i++) await buildPost(person, { text: `${LINE} 🔥`, handle: `voice_${i % 5}` });
  const near = await buildPost(person, { text: `${LINE} اليوم`, handle: "voicex1", hashtags: ["مقاطعة"] });
  await buildPost(person, { text: "شيء آخر تمامًا لا يشبهه نص في الأرشيف كله", handle: "someone" });
  await addExhibit(person, { caseId, target: { kind: "post", postId: near.postId } });
  // Before they are compared.
  await drainOutbox();
  const early = (await searchArchive(person, { q: "العدادات" })).hits;
  expect(early.map((hit) => hit.phrasing)).toEqual(early.map(() => null));
  while ((await settleWordings()) > 0);
  while ((await drainOutbox()) > 0);
  const found = await searchArchive(person, { q: "", pageSize: 50 });
  hits = new Map(found.hits.map((hit) => [hit.account ?? "", hit]));
});

describe("a result", () => {
  test("has the true number of posts and accounts of its phrasing, where the index has steps", () => {
    expect(hits.get("voice_0")?.phrasing).toMatchObject({ posts: 13, accounts: 6 });
    expect(hits.get("voicex1")?.phrasing).toEqual(hits.get("voice_0")?.phrasing);
    expect(hits.get("voice_0")?.copies).not.toBe(13);
    expect(hits.get("someone")?.phrasing).toMatchObject({ posts: 1, accounts: 1 });
  });

  test("says which case files show it, by their titles", () => {
    expect(hits.get("voicex1")?.cases).toEqual([{ id: caseId, title: { en: "Water meters", ar: "عدادات الماء" } }]);
    expect(hits.get("someone")?.cases).toEqual([]);
  });

  test("stands for its phrasing when results are collapsed", async () => {
    const { hits: shown, total } = await searchArchive(person, { q: "العدادات", collapse: true });
    expect(total).toBe(1);
    expect(shown[0]?.phrasing?.posts).toBe(13);
  });
});

describe("facets", () => {
  test("of what is filtered by count what else could be chosen, and what is chosen stays", async () => {
    const { facets, total, names } = await searchArchive(person, {
      q: "",
      filters: { account: ["voicex1", "someone"], caseId: [caseId] },
    });
    expect(total).toBe(1);
    expect(facets.account).toEqual([{ value: "voicex1", count: 1 }]);
    expect(facets.caseId).toEqual([{ value: caseId, count: 1 }]);
    expect(names.cases[caseId]).toEqual({ en: "Water meters", ar: "عدادات الماء" });
    const wide = await searchArchive(person, { q: "", filters: { account: ["voicex1"] } });
    expect(wide.facets.account.map(({ value }) => value).sort()).toEqual([
      "someone",
      "voice_0",
      "voice_1",
      "voice_2",
      "voice_3",
      "voice_4",
      "voicex1",
    ]);
    expect(wide.facets.hashtag).toEqual([{ value: "مقاطعه", count: 1 }]);
    expect(wide.names.hashtags).toEqual({ مقاطعه: "مقاطعة" });
  });

  test("find their values by how they begin, counted under the search", async () => {
    const query = { q: "العدادات" };
    const accounts = await findFacetValues(person, query, "account", "@Voice_");
    expect(accounts.values.map(({ value }) => value).sort()).toEqual([
      "voice_0",
      "voice_1",
      "voice_2",
      "voice_3",
      "voice_4",
    ]);
    expect(accounts.values.reduce((sum, { count }) => sum + count, 0)).toBe(12);
    expect((await findFacetValues(person, query, "account", "someone")).values).toEqual([]);
    expect((await findFacetValues(person, query, "account", "%")).values).toEqual([]);
    expect(await findFacetValues(person, query, "hashtag", "#مُقا")).toEqual({
      values: [{ value: "مقاطعه", count: 1 }],
      names: { cases: {}, hashtags: { مقاطعه: "مقاطعة" } },
    });
    expect((await findFacetValues(person, { q: "" }, "caseId", "water")).values).toEqual([{ value: caseId, count: 1 }]);
    expect((await findFacetValues(person, { q: "" }, "caseId", "\u0000\ud800")).values).toEqual([]);
  });
});

test("a result says whether it shows when it was posted; one that does not was first seen then", async () => {
  await buildPost(person, {
    text: "لا أحد يعرف متى",
    handle: "timeless",
    postedAt: "no time",
    seenAt: "2018-07-09T08:00:00Z",
  });
  await buildWebPage(person, { title: "A page", text: "لا أحد" });
  while ((await drainOutbox()) > 0);
  const found = (await searchArchive(person, { q: "لا أحد" })).hits;
  expect(found.map(({ kind, account, isTimeKnown }) => [kind, account, isTimeKnown]).toSorted()).toEqual([
    ["capture", null, true],
    ["post", "timeless", false],
  ]);
  expect(found.find(({ kind }) => kind === "post")?.at).toBe("2018-07-09T08:00:00.000Z");
  expect(hits.get("someone")?.isTimeKnown).toBe(true);
});
