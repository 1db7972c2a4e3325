import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { captureQuery } from "#lib/schemas/capture-query";
import { searchParams, toSearchQuery } from "#lib/schemas/search-query";
import { listCaptures } from "#lib/services/captures/list-captures";
import { addNote } from "#lib/services/cases/add-note";
import { createCase } from "#lib/services/cases/create-case";
import { findExhibitCandidates } from "#lib/services/cases/find-exhibit-candidates";
import { getCase } from "#lib/services/cases/get-case";
import { listCases } from "#lib/services/cases/list-cases";
import { publishCase } from "#lib/services/cases/publish-case";
import { findPublicRevision } from "#lib/services/cases/read-public-case";
import { retractCase } from "#lib/services/cases/retract-case";
import { saveCase } from "#lib/services/cases/save-case";
import { sendBack } from "#lib/services/cases/send-back";
import { findInvitation } from "#lib/services/people/find-invitation";
import { signIn } from "#lib/services/people/sign-in";
import { searchArchive } from "#lib/services/search/search-archive";
import { previewLines } from "#lib/services/submissions/preview-lines";
import { submitSources } from "#lib/services/submissions/submit-sources";
import { buildCase, buildCaseInReview } from "#test/builders/case";
import { buildClaim, buildDraft, buildStory } from "#test/builders/case-draft";
import { buildPerson } from "#test/builders/person";

/** PostgreSQL keeps no NUL in a text and no half of a surrogate pair in JSON; both arrive by pasting. */
const ODD = "a\u0000b\ud800c\udc00d";
const CLEAN = "a\ufffdb\ufffdc\ufffdd";
const both = (text: string) => ({ en: text, ar: text });

let editor: Actor;
let publisher: Actor;
beforeAll(async () => {
  editor = await buildPerson();
  publisher = await buildPerson({ role: "publisher" });
});

describe("NUL and half surrogates", () => {
  test("in every text of a case file are kept as the replacement character", async () => {
    const { caseId, version } = await buildCase(editor);
    const text = both(ODD);
    const claim = buildClaim({ statement: text, claimant: text, saidWhere: text, citation: text, reasons: text });
    const draft = buildDraft({
      title: text,
      standfirst: text,
      place: text,
      incidentDate: ODD,
      story: { en: buildStory(ODD), ar: buildStory(ODD) },
      howWeKnow: text,
      notEstablished: text,
      claims: [{ ...claim, wouldSettle: text, saidOn: ODD, sourceUrl: ODD }],
      timeline: [{ id: randomUUID(), date: ODD, text }],
    });
    await saveCase(editor, { caseId, version, draft });
    const stored = JSON.stringify((await getCase(editor, caseId)).draft);
    expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    expect(stored.split(CLEAN).length - 1).toBe(
      JSON.stringify(draft).split(JSON.stringify(ODD).slice(1, -1)).length - 1,
    );
  });

  test("in titles, notes and public notes as well", async () => {
    const { id } = await createCase(editor, { title: both(ODD) });
    expect((await getCase(editor, id)).draft.title).toEqual(both(CLEAN));
    await addNote(editor, { caseId: id, note: ODD });
    expect((await db().caseNote.findFirstOrThrow({ where: { caseFileId: id } })).text).toBe(CLEAN);
    const sent = await buildCaseInReview(editor);
    await sendBack(publisher, { caseId: sent.caseId, note: ODD });
    const { caseId, version, draft } = await buildCaseInReview(editor);
    await publishCase(publisher, { caseId, version });
    await retractCase(publisher, { caseId, note: both(ODD) });
    const tombstone = await findPublicRevision(draft.slug, "newest");
    expect(tombstone?.snapshot.corrections.at(-1)?.note).toEqual(both(CLEAN));
  });

  test("in what is asked find nothing, and break nothing", async () => {
    expect((await listCases(editor, { q: `not ${ODD}` })).items).toEqual([]);
    expect((await listCaptures(editor, captureQuery.parse({ q: ODD }))).captures).toEqual([]);
    expect(await findExhibitCandidates(editor, ODD)).toEqual([]);
    const asked = searchParams.parse({ q: ODD, account: ODD, hashtag: ODD, caseId: ODD, language: ODD, platform: ODD });
    expect((await searchArchive(editor, toSearchQuery(asked, 20))).hits).toEqual([]);
    expect(await findPublicRevision(ODD, "newest")).toBeNull();
    expect(await findInvitation(ODD)).toBeNull();
  });

  test("in a sign-in are a wrong sign-in", async () => {
    const wrong = { code: "wrong_sign_in" };
    await expect(signIn({ email: `${ODD}@newsroom.example`, password: ODD }, "192.0.2.9")).rejects.toMatchObject(wrong);
  });

  test("in pasted lines make a bad line and no bad submission", async () => {
    const lines = [ODD, `https://x.com/${ODD}/status/1`, `#${ODD}`, "https://x.com/a/status/20"];
    expect((await previewLines(editor, lines)).at(-1)).toMatchObject({ ok: true });
    const { submissionId } = await submitSources(editor, { lines, reason: ODD });
    const row = await db().submission.findUniqueOrThrow({ where: { id: submissionId }, include: { items: true } });
    expect(row.reason).toBe(CLEAN);
    expect(row.items.map((item) => item.state)).toContain("accepted");
  });
});

describe("100,000 characters", () => {
  const LONG = "ا".repeat(100_000);

  test("are no question to the search, the lists or the sign-in", async () => {
    const asked = searchParams.parse({ q: LONG, account: LONG, hashtag: [LONG, LONG] });
    await expect(searchArchive(editor, toSearchQuery(asked, 20))).resolves.toBeDefined();
    await expect(listCases(editor, { q: LONG, page: LONG })).resolves.toBeDefined();
    await expect(listCaptures(editor, captureQuery.parse({ q: LONG }))).resolves.toBeDefined();
    await expect(findExhibitCandidates(editor, LONG)).resolves.toEqual([]);
    await expect(signIn({ email: LONG, password: LONG }, "192.0.2.9")).rejects.toMatchObject({ code: "wrong_sign_in" });
    expect(await findPublicRevision(LONG, "newest")).toBeNull();
  });
});
