import { Readable } from "node:stream";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/permissions/actor";
import { addExhibit } from "#lib/services/cases/add-exhibit";
import { getRevision } from "#lib/services/cases/get-revision";
import { publishCase } from "#lib/services/cases/publish-case";
import { removeExhibit } from "#lib/services/cases/remove-exhibit";
import { retractCase } from "#lib/services/cases/retract-case";
import { saveCase } from "#lib/services/cases/save-case";
import { submitForReview } from "#lib/services/cases/submit-for-review";
import { getSupplied } from "#lib/services/supplied/get-supplied";
import { openSupplied } from "#lib/services/supplied/open-supplied";
import { receiveSupplied } from "#lib/services/supplied/receive-supplied";
import { buildCase } from "#test/builders/case";
import { buildPerson } from "#test/builders/person";

let editor: Actor;
let publisher: Actor;

beforeAll(async () => {
  editor = await buildPerson({ role: "editor" });
  publisher = await buildPerson({ role: "publisher" });
});

async function supplyPicture(): Promise<string> {
  const background = { r: Math.floor(Math.random() * 255), g: 1, b: 2 };
  const bytes = await sharp({ create: { width: 9, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
  const about = { fileName: "chat.png", origin: "A witness who must not be named", note: "secret note" };
  return (await receiveSupplied(editor, about, Readable.from([bytes]))).id;
}

test("a supplied file is published as an exhibit that says so, without its source, and readers may open it", async () => {
  const suppliedId = await supplyPicture();
  const base = await buildCase(editor);
  const { caseId } = base;
  const { exhibitId, version } = await addExhibit(editor, { caseId, target: { kind: "supplied", suppliedId } });
  expect(await addExhibit(editor, { caseId, target: { kind: "supplied", suppliedId } })).toMatchObject({
    added: false,
  });

  const bare = { ...base.draft, exhibits: [{ id: exhibitId, caption: {} }] };
  const saved = await saveCase(editor, { caseId, version, draft: bare });
  await submitForReview(editor, { caseId, version: saved.version });
  await expect(publishCase(publisher, { caseId, version: saved.version })).rejects.toMatchObject({
    code: "case_incomplete",
    details: {
      problems: [{ code: "supplied_caption_missing", itemId: exhibitId }, { code: "supplied_caption_missing" }],
    },
  });

  const told = { ...bare, exhibits: [{ id: exhibitId, caption: { en: "Given by a reader", ar: "سلّمه قارئ" } }] };
  const again = await saveCase(editor, { caseId, version: saved.version, draft: told });
  await expect(openSupplied(null, suppliedId)).rejects.toMatchObject({ code: "not_found" });
  await publishCase(publisher, { caseId, version: again.version });

  const { snapshot } = await getRevision(editor, caseId, 1);
  expect(snapshot.exhibits).toMatchObject([
    { kind: "supplied", pictureArtifactId: null, supplied: { id: suppliedId } },
  ]);
  expect(JSON.stringify(snapshot)).not.toMatch(/witness|secret note/);
  expect((await openSupplied(null, suppliedId)).isPublic).toBe(true);
  const { custody, cases } = await getSupplied(editor, suppliedId);
  expect(custody.map(({ action }) => action)).toEqual(["supplied.received", "exhibit.added"]);
  expect(cases.map(({ id }) => id)).toEqual([caseId]);

  await retractCase(publisher, { caseId, note: { en: "Wrong.", ar: "خطأ." } });
  await expect(openSupplied(null, suppliedId)).rejects.toMatchObject({ code: "not_found" });
});

test("taking it out of a draft leaves the file where it is, and can be undone", async () => {
  const suppliedId = await supplyPicture();
  const { caseId } = await buildCase(editor);
  const { exhibitId } = await addExhibit(editor, { caseId, target: { kind: "supplied", suppliedId } });
  const { undo } = await removeExhibit(editor, { caseId, exhibitId });
  expect((await getSupplied(editor, suppliedId)).cases).toEqual([]);
  await addExhibit(editor, undo);
  expect((await getSupplied(editor, suppliedId)).cases).toHaveLength(1);
});
