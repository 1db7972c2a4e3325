import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LaterLine } from "#components/case/later-line";
import { addExhibit } from "#lib/services/cases/add-exhibit";
import { correctCase } from "#lib/services/cases/correct-case";
import { getCase } from "#lib/services/cases/get-case";
import { getRevision } from "#lib/services/cases/get-revision";
import { publishCase } from "#lib/services/cases/publish-case";
import { submitForReview } from "#lib/services/cases/submit-for-review";
import { buildCapture } from "#test/builders/capture";
import { buildCase } from "#test/builders/case";
import { buildPerson } from "#test/builders/person";

const T0 = Date.parse("2026-03-01T10:00:00Z");
const at = (hours: number) => new Date(T0 + hours * 3_600_000);
const url = "https://paper.example/story";
const look = (hours: number, wishes: Parameters<typeof buildCapture>[0] = {}) =>
  buildCapture({
    kind: "web_page",
    platform: "web",
    url,
    title: "Ten held",
    text: "Ten people",
    finishedAt: at(hours),
    ...wishes,
  });

test("an exhibit whose original disappears says so on the desk at once, and to readers from the next revision", async () => {
  const [editor, publisher] = [await buildPerson(), await buildPerson({ role: "publisher" })];
  const before = await look(0, { title: "Nine held", text: "Nine people" });
  const { id: captureId } = await look(1);
  const { caseId } = await buildCase(editor);
  await addExhibit(editor, { caseId, target: { kind: "capture", captureId } });
  const later = async () => {
    const { exhibits, version } = await getCase(editor, caseId);
    const [exhibit] = exhibits;
    return { version, later: exhibit && "capture" in exhibit ? exhibit.capture.later : null };
  };
  // What changed before the exhibit's own capture is not about it.
  expect(before.sourceId).toBeDefined();
  expect((await later()).later).toBeUndefined();
  const { version } = await later();
  await submitForReview(editor, { caseId, version });
  await publishCase(publisher, { caseId, version });

  await look(24, { outcome: "not_found", title: null, text: null });
  const gone = { state: "unavailable", at: at(24).toISOString(), outcome: "not_found" };
  expect((await later()).later).toEqual(gone);
  const laterIn = async (number: number) => {
    const [exhibit] = (await getRevision(editor, caseId, number)).snapshot.exhibits;
    return exhibit && "capture" in exhibit ? exhibit.capture.later : null;
  };
  expect(await laterIn(1)).toBeUndefined();

  await correctCase(editor, { caseId });
  const next = (await getCase(editor, caseId)).version;
  await submitForReview(editor, { caseId, version: next });
  const note = { en: "The original is gone.", ar: "اختفى الأصل." };
  await publishCase(publisher, { caseId, version: next, note });
  expect(await laterIn(1)).toBeUndefined();
  expect(await laterIn(2)).toEqual(gone);

  await look(48, { title: "Eleven held", text: "Eleven people" });
  expect((await later()).later).toEqual({ state: "changed", at: at(48).toISOString() });
  expect(await laterIn(2)).toEqual(gone);

  const { exhibits } = (await getRevision(editor, caseId, 2)).snapshot;
  const [exhibit] = exhibits;
  if (!exhibit || !("capture" in exhibit)) throw new Error("The revision has no capture");
  const html = renderToStaticMarkup(createElement(LaterLine, { locale: "en", capture: exhibit.capture }));
  expect(html).toContain("At 2 March 2026, 10:00:00 UTC the original was no longer available: Not found.");
});
