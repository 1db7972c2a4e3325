import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isArtifactPublished } from "#lib/data/artifacts";
import { db } from "#lib/data/client";

const hash = () => randomUUID().replaceAll("-", "").repeat(2);

async function person() {
  return db().user.create({
    data: { email: `${randomUUID()}@example.org`, name: "Desk", role: "editor", passwordHash: "x" },
  });
}

/** A case with one revision whose exhibits list these files; the query looks only at status and snapshot. */
async function caseWith(status: "published" | "retracted", exhibits: object[]) {
  const { id: personId } = await person();
  const caseFile = await db().caseFile.create({
    data: { slug: randomUUID(), status, createdById: personId, lastEditedById: personId },
  });
  await db().caseRevision.create({
    data: {
      caseFileId: caseFile.id,
      number: 1,
      kind: "publication",
      snapshot: { exhibits },
      sha256: hash(),
      publishedById: personId,
      authoredById: personId,
      publishedAt: new Date(),
    },
  });
  return caseFile;
}

describe("which files readers may see", () => {
  it("says yes to files of captures and of wordings in a published revision", async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await caseWith("published", [
      { kind: "post", capture: { artifacts: [{ id: randomUUID() }, { id: one }] } },
      { kind: "wording", captures: [{ artifacts: [] }, { artifacts: [{ id: two }] }] },
    ]);
    expect(await isArtifactPublished(db(), one)).toBe(true);
    expect(await isArtifactPublished(db(), two)).toBe(true);
  });

  it("says yes to what only an older revision shows, for its page stays", async () => {
    const old = randomUUID();
    const caseFile = await caseWith("published", [{ kind: "capture", capture: { artifacts: [{ id: old }] } }]);
    await db().caseRevision.create({
      data: {
        caseFileId: caseFile.id,
        number: 2,
        kind: "correction",
        snapshot: { exhibits: [] },
        sha256: hash(),
        publishedById: caseFile.createdById,
        authoredById: caseFile.createdById,
        publishedAt: new Date(),
      },
    });
    expect(await isArtifactPublished(db(), old)).toBe(true);
  });

  it("says no to files of a retracted case, of no case, and of an id that only looks similar", async () => {
    const retracted = randomUUID();
    await caseWith("retracted", [{ kind: "capture", capture: { artifacts: [{ id: retracted }] } }]);
    expect(await isArtifactPublished(db(), retracted)).toBe(false);
    expect(await isArtifactPublished(db(), randomUUID())).toBe(false);
    expect(await isArtifactPublished(db(), '"} ]')).toBe(false);
  });
});
