import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { storedPath } from "#lib/adapters/files/file-paths";
import { judgeProofs } from "#lib/core/evidence/proof-facts";
import { db } from "#lib/data/client";
import { checkPublishedCaptures } from "#lib/services/verify/check-published";
import { findProofFacts } from "#lib/services/verify/find-proof-facts";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";
import { flipByte } from "#test/setup/bundle";

const never = new AbortController().signal;
const MONTH_MS = 31 * 86_400_000;

async function publish(exhibits: object[]) {
  const { id } = await buildPerson();
  const people = { createdById: id, lastEditedById: id };
  const file = await db().caseFile.create({ data: { slug: randomUUID(), status: "published", ...people } });
  const who = { publishedById: id, authoredById: id, publishedAt: new Date() };
  const revision = await db().caseRevision.create({
    data: {
      caseFileId: file.id,
      number: 1,
      kind: "publication",
      snapshot: { exhibits } as object,
      sha256: randomUUID(),
      ...who,
    },
  });
  await db().caseFile.update({ where: { id: file.id }, data: { publishedRevisionId: revision.id } });
}

async function hashMark(captureId: string) {
  const facts = (await findProofFacts([captureId]))[captureId];
  return facts && judgeProofs(facts).hash;
}

describe("published captures", () => {
  test("are checked once after they were published, again a month later, and others not at all", async () => {
    const one = await buildCapture({ html: "<p>one</p>" });
    const two = await buildCapture({ html: "<p>two</p>" });
    const kept = await buildCapture({ html: "<p>kept</p>" });
    await publish([
      { kind: "capture", capture: { captureId: one.id } },
      { kind: "wording", captures: [{ captureId: two.id }, { captureId: one.id }] },
    ]);
    expect(await hashMark(one.id)).toBe("pending");
    expect(await checkPublishedCaptures(never)).toBe(2);
    expect(await checkPublishedCaptures(never)).toBe(0);
    expect(await Promise.all([one, two, kept].map(({ id }) => hashMark(id)))).toEqual(["holds", "holds", "pending"]);

    await flipByte(storedPath(two.artifacts.find(({ role }) => role === "dom_html")?.sha256 ?? ""));
    expect(await checkPublishedCaptures(never, new Date(Date.now() + MONTH_MS))).toBe(2);
    expect(await Promise.all([one, two].map(({ id }) => hashMark(id)))).toEqual(["holds", "fails"]);
    const { details } = await db().custodyEvent.findFirstOrThrow({
      where: { subjectId: two.id, action: "capture.files_checked" },
      orderBy: { seq: "desc" },
    });
    expect(details).toMatchObject({ failing: [{ check: "file", subject: "dom.html", detail: "file_changed" }] });
  });
});
