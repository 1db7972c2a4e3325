import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { addExhibit } from "#lib/services/cases/add-exhibit";
import { findExhibitCandidates } from "#lib/services/cases/find-exhibit-candidates";
import { getCase } from "#lib/services/cases/get-case";
import { getRevision } from "#lib/services/cases/get-revision";
import { previewCase } from "#lib/services/cases/preview-case";
import { publishCase } from "#lib/services/cases/publish-case";
import { removeExhibit } from "#lib/services/cases/remove-exhibit";
import { saveCase } from "#lib/services/cases/save-case";
import { submitForReview } from "#lib/services/cases/submit-for-review";
import { buildCapturedPost } from "#test/builders/captured-post";
import { buildCase, buildCaseInReview } from "#test/builders/case";
import { buildDraft, buildStory } from "#test/builders/case-draft";
import { buildPerson } from "#test/builders/person";

let editor: Actor;
let publisher: Actor;

beforeAll(async () => {
  editor = await buildPerson({ role: "editor" });
  publisher = await buildPerson({ role: "publisher" });
});

const code = (value: string) => expect.objectContaining({ code: value });

describe("exhibits", () => {
  test("come from captures, posts and wordings, are logged and told to search", async () => {
    const { caseId } = await buildCase(editor);
    const seen = await buildCapturedPost(editor, { text: "Word for word", handle: "Falcon_One" });
    const copy = await buildCapturedPost(editor, {
      text: "Word for word",
      handle: "Dune_Two",
      postedAt: "2018-07-03T14:02:30Z",
    });
    await db().searchOutbox.deleteMany({});
    await addExhibit(editor, { caseId, target: { kind: "capture", captureId: seen.captureId } });
    await addExhibit(editor, { caseId, target: { kind: "post", postId: copy.postId } });
    const last = await addExhibit(editor, { caseId, target: { kind: "wording", wordingId: seen.wordingId } });
    const { exhibits, version } = await getCase(editor, caseId);
    expect(version).toBe(last.version);
    expect(exhibits).toMatchObject([
      {
        number: 1,
        kind: "capture",
        capture: { captureId: seen.captureId },
        posts: [{ authorHandle: "Falcon_One" }],
        pictureArtifactId: seen.artifactIds[1],
      },
      {
        number: 2,
        kind: "post",
        post: { postId: copy.postId, text: "Word for word" },
        capture: { captureId: copy.captureId },
      },
      {
        number: 3,
        kind: "wording",
        wording: {
          text: "Word for word",
          accounts: [{ handle: "Falcon_One" }, { handle: "Dune_Two" }],
          spread: { withinOneMinute: 2 },
        },
        captures: [{ captureId: seen.captureId }, { captureId: copy.captureId }],
      },
    ]);
    const log = await db().custodyEvent.findMany({ where: { subjectId: caseId, action: "exhibit.added" } });
    expect(log).toHaveLength(3);
    const announced = (await db().searchOutbox.findMany()).map((row) => `${row.kind} ${row.entityId}`);
    expect(new Set(announced)).toEqual(
      new Set([`post ${seen.postId}`, `capture ${seen.captureId}`, `post ${copy.postId}`]),
    );
  });

  test("the same thing is put in once, also by two people at once", async () => {
    const { caseId } = await buildCase(editor);
    const { captureId } = await buildCapturedPost(editor);
    const adds = await Promise.all(
      [editor, publisher, editor].map((each) => addExhibit(each, { caseId, target: { kind: "capture", captureId } })),
    );
    expect(adds.filter((each) => each.added)).toHaveLength(1);
    expect(new Set(adds.map((each) => each.exhibitId)).size).toBe(1);
  });

  test("a removal can be undone: same id, place and caption", async () => {
    const { caseId, version, draft } = await buildCase(editor);
    const targets = [];
    for (const handle of ["one", "two", "three"]) targets.push(await buildCapturedPost(editor, { handle }));
    let now = version;
    for (const { captureId } of targets)
      now = (await addExhibit(editor, { caseId, target: { kind: "capture", captureId } })).version;
    const ids = (await getCase(editor, caseId)).draft.exhibits.map((each) => each.id);
    const exhibits = ids.map((id, i) => ({ id, caption: { en: `Caption ${i}` } }));
    await saveCase(editor, { caseId, version: now, draft: { ...draft, exhibits } });
    const { undo } = await removeExhibit(editor, { caseId, exhibitId: ids[1] });
    expect((await getCase(editor, caseId)).draft.exhibits.map((each) => each.id)).toEqual([ids[0], ids[2]]);
    await addExhibit(editor, undo);
    expect((await getCase(editor, caseId)).draft.exhibits).toEqual(exhibits);
    await expect(removeExhibit(editor, { caseId, exhibitId: randomUUID() })).rejects.toEqual(code("not_found"));
  });

  test("the draft orders and captions exhibits; it neither makes nor loses them", async () => {
    const { caseId, draft } = await buildCase(editor);
    const one = await addExhibit(editor, {
      caseId,
      target: { kind: "capture", captureId: (await buildCapturedPost(editor)).captureId },
    });
    const two = await addExhibit(editor, {
      caseId,
      target: { kind: "capture", captureId: (await buildCapturedPost(editor)).captureId },
    });
    const exhibits = [
      { id: randomUUID(), caption: {} },
      { id: two.exhibitId, caption: { en: "Second" } },
    ];
    await saveCase(editor, { caseId, version: two.version, draft: { ...draft, exhibits } });
    expect((await getCase(editor, caseId)).draft.exhibits).toEqual([
      { id: two.exhibitId, caption: { en: "Second" } },
      { id: one.exhibitId, caption: {} },
    ]);
  });

  test("only what exists and only what a capture shows can be put in", async () => {
    const { caseId } = await buildCase(editor);
    const [a, b] = [await buildCapturedPost(editor), await buildCapturedPost(editor)];
    const add = (target: object) => addExhibit(editor, { caseId, target });
    for (const target of [
      { kind: "capture", captureId: randomUUID() },
      { kind: "post", postId: randomUUID() },
      { kind: "wording", wordingId: randomUUID() },
    ]) {
      await expect(add(target)).rejects.toEqual(code("not_found"));
    }
    await expect(add({ kind: "post", postId: a.postId, captureId: b.captureId })).rejects.toEqual(code("bad_input"));
    await expect(add({ kind: "account" })).rejects.toEqual(code("bad_input"));
  });

  test("a tombstone or a capture without manifest keeps a case from being published", async () => {
    for (const [options, problem] of [
      [{ outcome: "deleted" }, "exhibit_not_content"],
      [{ withManifest: false }, "exhibit_without_manifest"],
    ] as const) {
      const { caseId } = await buildCase(editor);
      const { captureId } = await buildCapturedPost(editor, options);
      const { version, exhibitId } = await addExhibit(editor, { caseId, target: { kind: "capture", captureId } });
      await submitForReview(editor, { caseId, version });
      await expect(publishCase(publisher, { caseId, version })).rejects.toMatchObject({
        code: "case_incomplete",
        details: { problems: [{ code: problem, itemId: exhibitId }] },
      });
    }
  });

  test("are frozen with the facts of their capture, and those stay when the exhibit goes", async () => {
    const { captureId, artifactIds } = await buildCapturedPost(editor, {
      text: "شعار كما كُتب",
      handle: "Frozen_Handle",
    });
    const base = await buildCase(editor);
    const { caseId } = base;
    const { exhibitId, version } = await addExhibit(editor, { caseId, target: { kind: "capture", captureId } });
    const story = { en: buildStory("See:", exhibitId), ar: buildStory("انظر:", exhibitId) };
    const draft = { ...base.draft, story, exhibits: [{ id: exhibitId, caption: { en: "c", ar: "ت" } }] };
    const saved = await saveCase(editor, { caseId, version, draft });
    expect((await previewCase(editor, caseId)).snapshot.exhibits).toHaveLength(1);
    await submitForReview(editor, { caseId, version: saved.version });
    await publishCase(publisher, { caseId, version: saved.version });
    const { snapshot } = await getRevision(editor, caseId, 1);
    expect(snapshot.exhibits).toMatchObject([
      {
        id: exhibitId,
        capture: { captureId, askedForBy: "desk", manifestSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        posts: [{ text: "شعار كما كُتب", authorHandle: "Frozen_Handle" }],
      },
    ]);
    const [exhibit] = snapshot.exhibits;
    expect(exhibit?.kind === "capture" && exhibit.capture.artifacts.map((each) => each.id).sort()).toEqual(
      [...artifactIds].sort(),
    );
    expect(JSON.stringify(snapshot)).not.toContain(editor.name);
    await expect(removeExhibit(editor, { caseId, exhibitId })).rejects.toEqual(code("frozen"));
    await expect(addExhibit(editor, { caseId, target: { kind: "capture", captureId } })).rejects.toEqual(
      code("frozen"),
    );
  });

  test("a story that shows an exhibit which went is not published", async () => {
    const { caseId, version } = await buildCaseInReview(
      editor,
      buildDraft({ story: { en: buildStory("x", randomUUID()), ar: buildStory("س") } }),
    );
    await expect(publishCase(publisher, { caseId, version })).rejects.toMatchObject({
      details: { problems: [{ code: "story_exhibit_missing" }] },
    });
  });

  test("candidates are found by handle, words and address; walls are not offered", async () => {
    const handle = `Seeker_${randomUUID().slice(0, 6)}`;
    const seen = await buildCapturedPost(editor, { handle, text: "A rare word: quokka" });
    await buildCapturedPost(editor, { handle, outcome: "login_wall" });
    for (const words of [handle.toLowerCase(), "QUOKKA", `/${handle}/status`]) {
      const found = await findExhibitCandidates(editor, words);
      expect(found.map((each) => each.captureId)).toEqual([seen.captureId]);
      expect(found[0]).toMatchObject({ posts: [{ authorHandle: handle }], pictureArtifactId: seen.artifactIds[1] });
    }
  });
});
