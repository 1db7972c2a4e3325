import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import type { ExhibitTarget } from "#lib/schemas/case-inputs";
import { addExhibits } from "#lib/services/cases/add-exhibits";
import { getCase } from "#lib/services/cases/get-case";
import { listOpenCases } from "#lib/services/cases/list-open-cases";
import { removeExhibits } from "#lib/services/cases/remove-exhibits";
import { buildCase } from "#test/builders/case";
import { buildPerson } from "#test/builders/person";
import { buildPost, buildWebPage } from "#test/builders/post";

let editor: Actor;
beforeAll(async () => {
  editor = await buildPerson({ role: "editor" });
});

async function targets(): Promise<ExhibitTarget[]> {
  const post = await buildPost(editor, { text: "one" });
  const page = await buildWebPage(editor, { text: "a page" });
  return [
    { kind: "post", postId: post.postId ?? "", captureId: post.captureId },
    { kind: "capture", captureId: page.captureId },
  ];
}

const kindsOf = async (caseId: string) => (await getCase(editor, caseId)).exhibits.map(({ kind }) => kind);

test("several things become exhibits in their order, once, with a line of custody each; undoing takes out only the new", async () => {
  const { caseId } = await buildCase(editor);
  const [first, second] = await targets();
  if (!first || !second) throw new Error("Two were built");
  await addExhibits(editor, { caseId, targets: [second] });
  const added = await addExhibits(editor, { caseId, targets: [first, second] });
  expect(added).toMatchObject({ already: 1, exhibitIds: [expect.any(String)] });
  expect(await kindsOf(caseId)).toEqual(["capture", "post"]);
  await removeExhibits(editor, { caseId, exhibitIds: added.exhibitIds });
  expect(await kindsOf(caseId)).toEqual(["capture"]);
  const events = await db().custodyEvent.findMany({ where: { subjectId: caseId }, orderBy: { seq: "asc" } });
  expect(events.map(({ action }) => action).filter((action) => action.startsWith("exhibit."))).toEqual([
    "exhibit.added",
    "exhibit.added",
    "exhibit.removed",
  ]);
});

test("when one of them cannot be added, none is", async () => {
  const { caseId } = await buildCase(editor);
  const [first] = await targets();
  const missing = { kind: "post", postId: randomUUID() };
  await expect(addExhibits(editor, { caseId, targets: [first, missing] })).rejects.toMatchObject({ code: "not_found" });
  expect(await kindsOf(caseId)).toEqual([]);
  await expect(addExhibits(editor, { caseId, targets: [] })).rejects.toMatchObject({ code: "bad_input" });
  await expect(removeExhibits(editor, { caseId, exhibitIds: [randomUUID()] })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("the cases to choose from are those that can be edited, the last edited first", async () => {
  const { caseId } = await buildCase(editor);
  const published = await buildCase(editor);
  await db().caseFile.update({ where: { id: published.caseId }, data: { status: "published" } });
  const cases = await listOpenCases(editor);
  expect(cases[0]).toMatchObject({ id: caseId, title: { en: expect.any(String) } });
  expect(cases.map(({ id }) => id)).not.toContain(published.caseId);
});
