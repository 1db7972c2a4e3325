import { afterAll, describe, expect, test, vi } from "vitest";
import { db } from "#lib/data/client";
import * as submissions from "#lib/data/submissions";
import { captureSource } from "#lib/jobs/capture-source";
import { closeQueue, openQueue } from "#lib/jobs/queue";
import { submitSources } from "#lib/services/submissions/submit-sources";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";

afterAll(closeQueue);

const items = (submissionId: string) =>
  db().submissionItem.findMany({ where: { submissionId }, orderBy: { lineNumber: "asc" } });

async function jobCount(requestIds: (string | null)[]): Promise<number> {
  const boss = await openQueue({ supervise: false, max: 1 });
  try {
    let count = 0;
    for (const requestId of requestIds)
      count += (await boss.findJobs(captureSource.name, { data: { requestId } })).length;
    return count;
  } finally {
    await boss.stop({ graceful: false });
  }
}

describe("submitSources", () => {
  test("500 mixed lines: each becomes a line with its own fate, and only good ones a job", async () => {
    const actor = await buildPerson();
    const lines = Array.from({ length: 500 }, (_, i) => {
      if (i % 5 === 0) return `garbage ${i} \u0000 كلام بلا رابط`;
      if (i % 5 === 1) return `https://news.example/${i}/مقال`;
      if (i % 5 === 2) return `https://x.com/someone/status/10000000000000${String(i).padStart(4, "0")}`;
      if (i % 5 === 3) return `https://user:secret@news.example/${i}`;
      return `https://news.example/${i - 3}/مقال`;
    });
    const result = await submitSources(actor, { lines, reason: " why \u0000" });
    expect(result).toMatchObject({ accepted: 200, duplicates: 100, rejected: 200 });
    const rows = await items(result.submissionId);
    expect(rows.map((row) => row.lineNumber)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
    expect(rows[0]).toMatchObject({
      state: "rejected",
      problem: "not_a_link",
      input: lines[0]?.replace("\u0000", "\uFFFD"),
    });
    expect(rows[3]).toMatchObject({ state: "rejected", problem: "credentials_in_url" });
    expect(rows[4]).toMatchObject({ state: "duplicate", requestId: rows[1]?.requestId, sourceId: rows[1]?.sourceId });
    expect(await db().captureRequest.count({ where: { requestedById: actor.id } })).toBe(200);
    expect(await jobCount([rows[1]?.requestId ?? null, rows[2]?.requestId ?? null])).toBe(2);
  }, 60_000);

  test("blank lines keep the numbering and the spelling stays as typed", async () => {
    const actor = await buildPerson();
    const { submissionId } = await submitSources(actor, { lines: ["", "  #وسم_التجربة ", "\u200f", "nothing"] });
    const rows = await items(submissionId);
    expect(rows.map(({ lineNumber, input, state }) => [lineNumber, input, state])).toEqual([
      [2, "  #وسم_التجربة ", "accepted"],
      [4, "nothing", "rejected"],
    ]);
  });

  test("offers the capture with content rather than a newer failure", async () => {
    const actor = await buildPerson();
    const url = "https://news.example/offered";
    const good = await buildCapture({ kind: "web_page", platform: "web", url, finishedAt: new Date(2020, 1) });
    await buildCapture({ kind: "web_page", platform: "web", url, outcome: "error", finishedAt: new Date(2021, 1) });
    const { submissionId, duplicates } = await submitSources(actor, { lines: [url] });
    expect(duplicates).toBe(1);
    expect(await items(submissionId)).toMatchObject([{ state: "duplicate", existingId: good.id, requestId: null }]);
  });

  test("a link whose only capture is a failure of ours is captured again without a question", async () => {
    const actor = await buildPerson();
    const failed = await buildCapture({
      kind: "web_page",
      platform: "web",
      url: "https://news.example/f",
      outcome: "error",
    });
    const gone = await buildCapture({
      kind: "web_page",
      platform: "web",
      url: "https://news.example/g",
      outcome: "not_found",
    });
    const { submissionId } = await submitSources(actor, { lines: [failed.url, gone.url] });
    expect(await items(submissionId)).toMatchObject([
      { state: "accepted" },
      { state: "duplicate", existingId: gone.id },
    ]);
  });

  test("two people who submit the same new links at once make one source and one request each", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => buildPerson()));
    const links = Array.from({ length: 10 }, (_, i) => `https://race.example/${i}`);
    const results = await Promise.all(
      people.map((actor, i) => submitSources(actor, { lines: i % 2 ? links : links.toReversed() })),
    );
    expect(results.reduce((sum, result) => sum + result.accepted, 0)).toBe(10);
    expect(await db().source.count({ where: { canonicalUrl: { startsWith: "https://race.example/" } } })).toBe(10);
    expect(
      await db().captureRequest.count({ where: { source: { canonicalUrl: { startsWith: "https://race.example/" } } } }),
    ).toBe(10);
    const followers = await db().submissionItem.findMany({
      where: { state: "duplicate", source: { canonicalUrl: { startsWith: "https://race.example/" } } },
    });
    expect(followers).toHaveLength(50);
    expect(followers.every((item) => item.requestId !== null)).toBe(true);
  });

  test("when writing fails at the end nothing is there, and the same lines can be sent again", async () => {
    const actor = await buildPerson();
    const url = "https://news.example/fails-first";
    const broken = vi.spyOn(submissions, "createSubmission").mockRejectedValueOnce(new Error("disk"));
    await expect(submitSources(actor, { lines: [url] })).rejects.toThrow("disk");
    broken.mockRestore();
    expect(await db().source.count({ where: { canonicalUrl: url } })).toBe(0);
    expect(await db().captureRequest.count({ where: { requestedById: actor.id } })).toBe(0);
    expect(await submitSources(actor, { lines: [url] })).toMatchObject({ accepted: 1 });
  });

  test.each([
    ["nothing at all", { lines: ["", " \t", "\u200f"] }, { lines: "empty" }],
    [
      "501 lines",
      { lines: Array.from({ length: 501 }, (_, i) => `https://a.example/${i}`) },
      { lines: "too_many_lines" },
    ],
    ["a book", { lines: ["x".repeat(300_001)] }, { lines: "too_long" }],
    ["an essay as reason", { lines: ["#a"], reason: "x".repeat(2_001) }, { reason: "reason_too_long" }],
    ["a case of nobody", { lines: ["#b"], caseFileId: crypto.randomUUID() }, { caseFileId: "case_unknown" }],
    ["a case that is no id", { lines: ["#b"], caseFileId: "1 OR 1=1" }, { caseFileId: "case_unknown" }],
  ])("%s is refused as a whole", async (_, input, fields) => {
    const actor = await buildPerson();
    await expect(submitSources(actor, input)).rejects.toMatchObject({ code: "bad_input", details: { fields } });
    expect(await db().submission.count({ where: { submittedById: actor.id } })).toBe(0);
  });
});
