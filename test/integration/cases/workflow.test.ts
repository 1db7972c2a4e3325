import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { addNote } from "#lib/services/cases/add-note";
import { correctCase } from "#lib/services/cases/correct-case";
import { getCase } from "#lib/services/cases/get-case";
import { getRevision } from "#lib/services/cases/get-revision";
import { publishCase } from "#lib/services/cases/publish-case";
import { retractCase } from "#lib/services/cases/retract-case";
import { saveCase } from "#lib/services/cases/save-case";
import { sendBack } from "#lib/services/cases/send-back";
import { submitForReview } from "#lib/services/cases/submit-for-review";
import { buildCase, buildCaseInReview } from "#test/builders/case";
import { buildDraft } from "#test/builders/case-draft";
import { buildPerson } from "#test/builders/person";

let editor: Actor;
let publisher: Actor;
let admin: Actor;

beforeAll(async () => {
  editor = await buildPerson({ role: "editor" });
  publisher = await buildPerson({ role: "publisher" });
  admin = await buildPerson({ role: "admin" });
});

const code = (value: string) => expect.objectContaining({ code: value });
const custodyOf = async (caseId: string) =>
  (await db().custodyEvent.findMany({ where: { subjectId: caseId }, orderBy: { seq: "asc" } })).map(
    (event) => event.action,
  );

describe("a case on its way to readers", () => {
  test("is written, reviewed, sent back, published, corrected and retracted, each step logged", async () => {
    const { caseId, version, draft } = await buildCase(editor);
    await submitForReview(editor, { caseId, version });
    await sendBack(publisher, { caseId, note: "Who said this?" });
    expect(await getCase(editor, caseId)).toMatchObject({
      status: "draft",
      notes: [{ text: "Who said this?", author: publisher.name }],
    });
    await submitForReview(editor, { caseId, version });
    const first = await publishCase(publisher, { caseId, version });
    expect(first).toMatchObject({ slug: draft.slug, number: 1, kind: "publication" });
    expect(await getCase(editor, caseId)).toMatchObject({
      status: "published",
      published: { number: 1 },
      can: { edit: false, correct: true },
    });

    await correctCase(editor, { caseId });
    const place = { en: "Riffa", ar: "الرفاع" };
    const saved = await saveCase(editor, { caseId, version, draft: { ...draft, place } });
    // Readers still see the first revision.
    expect(await getCase(editor, caseId)).toMatchObject({ status: "draft", published: { number: 1 } });
    await submitForReview(editor, { caseId, version: saved.version });
    await expect(publishCase(publisher, { caseId, version: saved.version, note: { en: "Place" } })).rejects.toEqual(
      code("bad_input"),
    );
    const note = { en: "The place was wrong.", ar: "كان المكان خطأ." };
    const second = await publishCase(publisher, { caseId, version: saved.version, note });
    expect(second).toMatchObject({ number: 2, kind: "correction" });
    const corrected = await getRevision(editor, caseId, 2);
    expect(corrected.snapshot).toMatchObject({ place, corrections: [{ number: 2, kind: "correction", note }] });
    expect((await getRevision(editor, caseId, 1)).snapshot).toMatchObject({ place: draft.place, corrections: [] });

    await expect(retractCase(publisher, { caseId, note: {} })).rejects.toEqual(code("bad_input"));
    await expect(retractCase(editor, { caseId, note })).rejects.toEqual(code("not_allowed"));
    await retractCase(publisher, { caseId, note: { en: "We were wrong.", ar: "أخطأنا." } });
    const tombstone = (await getRevision(editor, caseId, 3)).snapshot;
    expect(tombstone).toMatchObject({ status: "retracted", title: draft.title, claims: [], exhibits: [], story: {} });
    expect(tombstone.corrections.map((each) => each.kind)).toEqual(["correction", "retraction"]);
    expect(await custodyOf(caseId)).toEqual([
      "case.submitted_for_review",
      "case.sent_back",
      "case.submitted_for_review",
      "case.published",
      "case.correction_started",
      "case.submitted_for_review",
      "case.corrected",
      "case.retracted",
    ]);
  });

  test("its last author cannot publish it, whatever the role", async () => {
    for (const author of [publisher, admin]) {
      const { caseId, version } = await buildCaseInReview(author);
      await expect(publishCase(author, { caseId, version })).rejects.toEqual(code("second_person_needed"));
      expect((await getCase(author, caseId)).can.publishObstacle).toBe("last_author");
    }
    // A publisher who mends something in review has become the last author.
    const { caseId, version, draft } = await buildCaseInReview(editor);
    const saved = await saveCase(publisher, { caseId, version, draft: { ...draft, place: {} } });
    await expect(publishCase(publisher, { caseId, version: saved.version })).rejects.toEqual(
      code("second_person_needed"),
    );
    await expect(publishCase(admin, { caseId, version: saved.version })).resolves.toMatchObject({ number: 1 });
  });

  test("an editor neither publishes nor sends back", async () => {
    const { caseId, version } = await buildCaseInReview(publisher);
    await expect(publishCase(editor, { caseId, version })).rejects.toEqual(code("not_allowed"));
    await expect(sendBack(editor, { caseId, note: "x" })).rejects.toEqual(code("not_allowed"));
    await expect(sendBack(publisher, { caseId, note: "  " })).rejects.toEqual(code("bad_input"));
  });

  test("nothing skips review, and nobody publishes a version that they did not read", async () => {
    const { caseId, version, draft } = await buildCase(editor);
    await expect(publishCase(publisher, { caseId, version })).rejects.toEqual(code("wrong_case_status"));
    await submitForReview(editor, { caseId, version });
    await saveCase(editor, { caseId, version, draft: { ...draft, place: { en: "Sitra", ar: "سترة" } } });
    await expect(publishCase(publisher, { caseId, version })).rejects.toEqual(code("conflict"));
    await expect(correctCase(editor, { caseId })).rejects.toEqual(code("wrong_case_status"));
    await expect(retractCase(publisher, { caseId, note: { en: "x", ar: "x" } })).rejects.toEqual(
      code("wrong_case_status"),
    );
  });

  test("an unfinished case is refused with the list of what is missing", async () => {
    const { caseId, version } = await buildCaseInReview(
      editor,
      buildDraft({ claims: [], standfirst: { en: "Only English" } }),
    );
    const refused = await publishCase(publisher, { caseId, version }).catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({
      code: "case_incomplete",
      details: { problems: [{ code: "standfirst_missing", locale: "ar" }, { code: "no_claims" }] },
    });
    expect(await db().caseRevision.count({ where: { caseFileId: caseId } })).toBe(0);
  });

  test("of two publishers at once, one publishes", async () => {
    const { caseId, version } = await buildCaseInReview(editor);
    const results = await Promise.allSettled(
      [publisher, admin, publisher, admin].map((each) => publishCase(each, { caseId, version })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toEqual(code("wrong_case_status"));
    }
    expect(await db().caseRevision.count({ where: { caseFileId: caseId } })).toBe(1);
    expect((await custodyOf(caseId)).filter((action) => action === "case.published")).toHaveLength(1);
  });

  test("a language marked absent is not published, and needs no note", async () => {
    const draft = buildDraft({ absentLocale: "ar" });
    const { caseId, version } = await buildCaseInReview(editor, draft);
    await publishCase(publisher, { caseId, version });
    const { snapshot } = await getRevision(editor, caseId, 1);
    expect(snapshot.title).toEqual({ en: draft.title.en });
    expect(JSON.stringify(snapshot)).not.toMatch(/\p{Script=Arabic}/u);
    await retractCase(publisher, { caseId, note: { en: "Withdrawn." } });
  });

  test("notes belong to a case that exists", async () => {
    const { caseId } = await buildCase(editor);
    await addNote(editor, { caseId, note: "Call the ministry" });
    expect((await getCase(publisher, caseId)).notes).toMatchObject([{ text: "Call the ministry" }]);
    await expect(addNote(editor, { caseId: randomUUID(), note: "x" })).rejects.toEqual(code("not_found"));
  });
});

describe("a published revision", () => {
  test("has the hash of its canonical JSON and is never changed, whatever happens to the draft", async () => {
    const { caseId, version, draft } = await buildCaseInReview(editor);
    const { sha256 } = await publishCase(publisher, { caseId, version });
    const before = await db().caseRevision.findFirstOrThrow({ where: { caseFileId: caseId } });
    expect(createHash("sha256").update(canonicalJson(before.snapshot)).digest("hex")).toBe(sha256);
    expect(before).toMatchObject({ authoredById: editor.id, publishedById: publisher.id });
    expect(JSON.stringify(before.snapshot)).not.toContain(publisher.name);

    await expect(saveCase(editor, { caseId, version, draft: { ...draft, place: {} } })).rejects.toEqual(code("frozen"));
    await correctCase(editor, { caseId });
    const other = buildDraft({ slug: draft.slug, title: { en: "Other", ar: "آخر" } });
    const saved = await saveCase(editor, { caseId, version, draft: other });
    await expect(
      saveCase(editor, { caseId, version: saved.version, draft: { ...other, slug: "another-address" } }),
    ).rejects.toEqual(code("frozen"));
    expect(await db().caseRevision.findFirstOrThrow({ where: { caseFileId: caseId } })).toEqual(before);

    await expect(
      db().$executeRaw`UPDATE case_revision SET sha256 = 'x' WHERE case_file_id = ${caseId}::uuid`,
    ).rejects.toThrow(/never changed/);
    await expect(db().$executeRaw`DELETE FROM case_revision WHERE case_file_id = ${caseId}::uuid`).rejects.toThrow(
      /never changed/,
    );
  });
});
