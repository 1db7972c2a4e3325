import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/client";
import { closeQueue } from "#lib/jobs/queue";
import { requestCapture } from "#lib/services/captures/request-capture";
import { withdrawRequest } from "#lib/services/captures/withdraw-request";
import { getSubmissionProgress } from "#lib/services/submissions/get-submission-progress";
import { previewLines } from "#lib/services/submissions/preview-lines";
import { submitSources } from "#lib/services/submissions/submit-sources";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";

afterAll(closeQueue);

describe("following a submission", () => {
  test("capture again: one request however often it is pressed, shown on the line it was pressed at", async () => {
    const actor = await buildPerson();
    const old = await buildCapture({ kind: "web_page", platform: "web", url: "https://again.example/a" });
    const { submissionId } = await submitSources(actor, { lines: [old.url] });
    const before = await getSubmissionProgress(actor, submissionId);
    expect(before.isFinished).toBe(true);
    expect(before.lines[0]).toMatchObject({ state: "duplicate", existing: { id: old.id }, request: null });

    const itemId = before.lines[0]?.id;
    const pressed = await Promise.all(
      Array.from({ length: 4 }, () => requestCapture(actor, { sourceId: old.sourceId, itemId })),
    );
    expect(new Set(pressed.map((one) => one.requestId)).size).toBe(1);
    expect(pressed.filter((one) => one.isNew)).toHaveLength(1);
    const after = await getSubmissionProgress(actor, submissionId);
    expect(after.isFinished).toBe(false);
    expect(after.lines[0]?.request).toMatchObject({ id: pressed[0]?.requestId, state: "queued", canWithdraw: true });
  });

  test("a line cannot be made to follow a request of another source", async () => {
    const actor = await buildPerson();
    const other = await buildCapture();
    const { submissionId } = await submitSources(actor, { lines: ["https://again.example/b"] });
    const itemId = (await getSubmissionProgress(actor, submissionId)).lines[0]?.id;
    const request = requestCapture(actor, { sourceId: other.sourceId, itemId });
    await expect(request).rejects.toMatchObject({ code: "not_found" });
    expect(await db().captureRequest.count({ where: { sourceId: other.sourceId, state: "queued" } })).toBe(0);
  });

  test("a queued request can be taken back by whoever asked, and by nobody once it runs", async () => {
    const [actor, stranger] = [await buildPerson(), await buildPerson({ role: "admin" })];
    const { submissionId } = await submitSources(actor, {
      lines: ["https://undo.example/1", "https://undo.example/2"],
    });
    const [first, second] = (await getSubmissionProgress(actor, submissionId)).lines;
    const ids = [first?.request?.id ?? "", second?.request?.id ?? ""] as const;
    await expect(withdrawRequest(stranger, ids[0])).rejects.toMatchObject({ code: "not_allowed" });
    expect(await withdrawRequest(actor, ids[0])).toBe(true);
    await db().captureRequest.update({ where: { id: ids[1] }, data: { state: "running", startedAt: new Date() } });
    expect(await withdrawRequest(actor, ids[1])).toBe(false);
    const { lines } = await getSubmissionProgress(actor, submissionId);
    expect(lines.map((line) => [line.request?.state, line.request?.problem])).toEqual([
      ["failed", "request_withdrawn"],
      ["running", null],
    ]);
    // Its source is free again.
    expect(await submitSources(actor, { lines: ["https://undo.example/1"] })).toMatchObject({ accepted: 1 });
  });

  test("preview: what each line means, what exists, what is waiting; nothing is written", async () => {
    const actor = await buildPerson();
    const old = await buildCapture({ kind: "web_page", platform: "web", url: "https://preview.example/old" });
    await submitSources(actor, { lines: ["https://preview.example/waiting"] });
    const count = await db().source.count();
    const lines = [
      "https://preview.example/old",
      "https://preview.example/waiting",
      "#جديد",
      "file:///etc/passwd",
      " ",
    ];
    const preview = await previewLines(actor, lines);
    expect(preview).toMatchObject([
      { ok: true, existing: { id: old.id, picture: { width: 640 } }, isPending: false },
      { ok: true, existing: null, isPending: true },
      { ok: true, existing: null, isPending: false, source: { kind: "hashtag" } },
      { ok: false, problem: "scheme_refused" },
    ]);
    expect(await db().source.count()).toBe(count);
    await expect(previewLines(actor, Array(501).fill("#a"))).rejects.toMatchObject({ code: "bad_input" });
  });

  test.each(["", "not-an-id", "'; DROP TABLE submission; --", crypto.randomUUID()])(
    "an id that is nobody's (%j) is not found",
    async (id) => {
      const actor = await buildPerson();
      await expect(getSubmissionProgress(actor, id)).rejects.toMatchObject({ code: "not_found" });
      await expect(withdrawRequest(actor, id)).rejects.toMatchObject({ code: "not_found" });
      await expect(requestCapture(actor, { sourceId: id })).rejects.toMatchObject({ code: "not_found" });
    },
  );
});
