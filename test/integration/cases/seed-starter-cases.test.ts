import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { STARTER_CASES } from "#lib/core/cases/starter/all";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { canonicalRevision } from "#lib/services/cases/canonical-revision";
import { correctCase } from "#lib/services/cases/correct-case";
import { getCase } from "#lib/services/cases/get-case";
import { listPublicCases } from "#lib/services/cases/list-public-cases";
import { publishCase } from "#lib/services/cases/publish-case";
import { findPublicRevision } from "#lib/services/cases/read-public-case";
import { retractCase } from "#lib/services/cases/retract-case";
import { saveCase } from "#lib/services/cases/save-case";
import { seedStarterCases } from "#lib/services/cases/seed-starter-cases";
import { submitForReview } from "#lib/services/cases/submit-for-review";
import { buildPerson } from "#test/builders/person";

const slugs = STARTER_CASES.map((starter) => starter.slug);

describe("starter case files in the archive", () => {
  let author: Actor;
  let publisher: Actor;
  const idOf = async (slug: string) => (await db().caseFile.findUniqueOrThrow({ where: { slug } })).id;

  async function publish(slug: string, note = {}) {
    const caseId = await idOf(slug);
    const { version } = await db().caseFile.findUniqueOrThrow({ where: { id: caseId } });
    await submitForReview(author, { caseId, version });
    return publishCase(publisher, { caseId, version, note });
  }

  beforeAll(async () => {
    author = await buildPerson({ role: "editor" });
    publisher = await buildPerson({ role: "publisher" });
    expect((await seedStarterCases(author)).toSorted()).toEqual(slugs.toSorted());
  });

  it("come as drafts with nothing left to mend", async () => {
    for (const slug of slugs) {
      const found = await getCase(author, await idOf(slug));
      expect(found.status).toBe("draft");
      expect(found.problems).toEqual([]);
    }
    expect(await listPublicCases()).toEqual([]);
  });

  it("are written once, and only where the slug is free", async () => {
    expect(await seedStarterCases(author)).toEqual([]);
    const slug = "uae-sim-cards-2016-06";
    const caseId = await idOf(slug);
    const { draft, version } = await getCase(author, caseId);
    await saveCase(author, { caseId, version, draft: { ...draft, title: { ...draft.title, en: "Our own title" } } });
    expect(await Promise.all([seedStarterCases(author), seedStarterCases(author)])).toEqual([[], []]);
    expect((await getCase(author, caseId)).draft.title.en).toBe("Our own title");
  });

  it("are left to those who may edit", async () => {
    const stranger = { ...author, role: "reader" as Actor["role"] };
    await expect(seedStarterCases(stranger)).rejects.toMatchObject({ code: "not_allowed" });
  });

  it.each(slugs)("%s can be published by a second person, and read", async (slug) => {
    const { number, sha256 } = await publish(slug);
    const found = await findPublicRevision(slug, "newest");
    expect(found).toMatchObject({ newestNumber: number, sha256, isRetracted: false });
    expect(found?.snapshot.claims.every((claim) => claim.verdict === "unproven")).toBe(true);
    const { json } = await canonicalRevision(slug, number);
    expect(createHash("sha256").update(json, "utf8").digest("hex")).toBe(sha256);
  });

  it("are listed newest first once published", async () => {
    const listed = await listPublicCases();
    expect(listed.map((item) => item.slug)).toEqual(slugs.toReversed());
    const boycott = listed.find((item) => item.slug === "twitter-boycott-2018-08-26");
    expect(boycott?.claims.map((claim) => claim.verdict)).toEqual(["unproven", "unproven", "unproven"]);
  });

  it("stay as published while a correction is written, and keep the old revision after it", async () => {
    const slug = "saudi-accounts-2017-07";
    const caseId = await idOf(slug);
    const before = await findPublicRevision(slug, 1);
    await correctCase(author, { caseId });
    const { draft, version } = await getCase(author, caseId);
    await saveCase(author, { caseId, version, draft: { ...draft, title: { en: "Corrected", ar: "مصوَّب" } } });
    expect(await findPublicRevision(slug, "newest")).toEqual(before);

    await publish(slug, { en: "The title was wrong.", ar: "كان العنوان خطأ." });
    const newest = await findPublicRevision(slug, "newest");
    expect(newest?.snapshot.title.en).toBe("Corrected");
    expect(newest?.snapshot.corrections).toHaveLength(1);
    expect(await findPublicRevision(slug, 1)).toEqual({ ...before, newestNumber: 2 });
  });

  it("leave a tombstone and no text when retracted", async () => {
    const slug = "followers-ninety-percent";
    const caseId = await idOf(slug);
    await retractCase(publisher, { caseId, note: { en: "Withdrawn.", ar: "سُحب." } });
    expect(await findPublicRevision(slug, "newest")).toMatchObject({ isRetracted: true, snapshot: { claims: [] } });
    expect(await findPublicRevision(slug, 1)).toMatchObject({ isRetracted: true });
    await expect(canonicalRevision(slug, 1)).rejects.toMatchObject({ code: "not_found" });
    expect((await listPublicCases()).find((item) => item.slug === slug)).toMatchObject({ status: "retracted" });
  });

  it("do not exist under other addresses", async () => {
    for (const slug of ["no-such-case", "../etc", "UAE", ""])
      expect(await findPublicRevision(slug, "newest")).toBeNull();
    expect(await findPublicRevision("uae-sim-cards-2016-06", 99)).toBeNull();
  });
});
