import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { createCase } from "#lib/services/cases/create-case";
import { getCase } from "#lib/services/cases/get-case";
import { listCases } from "#lib/services/cases/list-cases";
import { saveCase } from "#lib/services/cases/save-case";
import { buildCase } from "#test/builders/case";
import { buildClaim, buildDraft, buildStory } from "#test/builders/case-draft";
import { buildPerson } from "#test/builders/person";

let mona: Actor;
let tariq: Actor;

beforeAll(async () => {
  mona = await buildPerson({ role: "editor" });
  tariq = await buildPerson({ role: "editor" });
});

const code = (value: string) => expect.objectContaining({ code: value });

describe("saving a draft", () => {
  test("gives back what was saved, claims and timeline in order and under their ids", async () => {
    const draft = buildDraft({
      claims: [buildClaim(), buildClaim({ verdict: null, sourceUrl: null, citation: {} })],
      howWeKnow: { ar: "سألنا" },
    });
    const { caseId } = await buildCase(mona, draft);
    const reversed = { ...draft, claims: [...draft.claims].reverse() };
    await saveCase(mona, { caseId, version: 2, draft: reversed });
    const stored = await getCase(tariq, caseId);
    expect(stored.draft).toEqual(reversed);
    expect(stored).toMatchObject({
      version: 3,
      status: "draft",
      lastEditedBy: mona.name,
      can: { publishObstacle: "role" },
    });
  });

  test("an older version is refused with the other's version and text, and nothing is lost", async () => {
    const { caseId, version, draft } = await buildCase(mona);
    const theirs = { ...draft, story: { ...draft.story, en: buildStory("Hers.") } };
    await saveCase(mona, { caseId, version, draft: theirs });
    const mine = { ...draft, story: { ...draft.story, en: buildStory("His.") } };
    const refused = await saveCase(tariq, { caseId, version, draft: mine }).catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({
      code: "conflict",
      details: { version: version + 1, savedBy: mona.name, draft: theirs },
    });
    expect((await getCase(mona, caseId)).draft).toEqual(theirs);
  });

  test("of many saves of one version at once, one wins", async () => {
    const { caseId, version, draft } = await buildCase(mona);
    const saves = ["A", "B", "C", "D"].map((en) =>
      saveCase(tariq, { caseId, version, draft: { ...draft, place: { en } } }),
    );
    const results = await Promise.allSettled(saves);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect((await getCase(mona, caseId)).version).toBe(version + 1);
  });

  test("saving what is stored changes nothing, not even the last author", async () => {
    const { caseId, version, draft } = await buildCase(mona);
    expect(await saveCase(tariq, { caseId, version, draft })).toMatchObject({ version });
    expect((await getCase(mona, caseId)).lastEditedBy).toBe(mona.name);
  });

  test("two cases cannot have one address", async () => {
    const { draft: first } = await buildCase(mona);
    const { caseId, version, draft } = await buildCase(mona);
    await expect(saveCase(mona, { caseId, version, draft: { ...draft, slug: first.slug } })).rejects.toEqual(
      code("slug_taken"),
    );
    await expect(createCase(mona, { title: { en: "x" }, slug: first.slug })).rejects.toEqual(code("slug_taken"));
    await expect(createCase(mona, { title: { en: "x" }, slug: "Not a slug" })).rejects.toEqual(code("bad_input"));
    await expect(createCase(mona, { title: {} })).rejects.toEqual(code("bad_input"));
  });

  test("a proposed address that is in use gets a tail", async () => {
    const one = await createCase(mona, { title: { en: "The same title" } });
    const two = await createCase(mona, { title: { en: "The same title" } });
    expect(one.slug).toBe("the-same-title");
    expect(two.slug).toMatch(/^the-same-title-[0-9a-f]{6}$/);
    expect((await createCase(mona, { title: { ar: "عنوان" } })).slug).toMatch(/^case-[0-9a-f]{6}$/);
  });

  test("a claim of another case cannot be taken, nor one id stand twice", async () => {
    const { draft: other, caseId: otherId } = await buildCase(mona);
    const { caseId, version, draft } = await buildCase(mona);
    await expect(saveCase(mona, { caseId, version, draft: { ...draft, claims: other.claims } })).rejects.toEqual(
      code("bad_input"),
    );
    const [claim] = draft.claims;
    await expect(saveCase(mona, { caseId, version, draft: { ...draft, claims: [claim, claim] } })).rejects.toEqual(
      code("bad_input"),
    );
    expect((await getCase(mona, otherId)).draft.claims).toEqual(other.claims);
  });

  test("stored markup and foreign nodes are refused", async () => {
    const { caseId, version, draft } = await buildCase(mona);
    const story = { en: { type: "doc", content: [{ type: "image", attrs: { src: "x" } }] } };
    await expect(saveCase(mona, { caseId, version, draft: { ...draft, story } })).rejects.toEqual(code("bad_input"));
    await expect(saveCase(mona, { caseId: randomUUID(), version, draft })).rejects.toEqual(code("not_found"));
    await expect(getCase(mona, "nonsense")).rejects.toEqual(code("not_found"));
  });
});

describe("the list of cases", () => {
  test("filters by status and words, sorts, pages and counts", async () => {
    await db().caseFile.deleteMany({});
    for (let i = 0; i < 27; i++) {
      await createCase(mona, {
        title: { en: `List ${i}`, ar: `قائمة ${i}` },
        slug: `list-${String(i).padStart(2, "0")}`,
      });
    }
    const first = await listCases(mona, { sort: "slug" });
    expect(first.items.map((item) => item.slug).slice(0, 2)).toEqual(["list-00", "list-01"]);
    expect(first).toMatchObject({ total: 27, pageSize: 25, counts: { draft: 27, in_review: 0 } });
    expect((await listCases(mona, { sort: "slug", page: "2" })).items).toHaveLength(2);
    expect((await listCases(mona, { q: "قائمة 13" })).items).toMatchObject([
      { slug: "list-13", title: { en: "List 13" } },
    ]);
    expect((await listCases(mona, { q: "LIST 13" })).total).toBe(1);
    expect((await listCases(mona, { status: "published" })).total).toBe(0);
    expect((await listCases(mona, { status: "nonsense", page: "-1", sort: "x" })).total).toBe(27);
  });
});
