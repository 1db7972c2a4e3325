import { beforeAll, describe, expect, it, vi } from "vitest";
import { INTERNAL_SIGNATURE_HEADER, signInternal } from "#lib/auth/internal-signature";
import { closeDb } from "#lib/data/client";
import { env, setEnv } from "#lib/env";
import { correctCase } from "#lib/services/cases/correct-case";
import { listPublicCases } from "#lib/services/cases/list-public-cases";
import { publishCase } from "#lib/services/cases/publish-case";
import { findPublicRevision } from "#lib/services/cases/read-public-case";
import { submitForReview } from "#lib/services/cases/submit-for-review";
import { buildCaseInReview } from "#test/builders/case";
import { buildPerson } from "#test/builders/person";
import { POST } from "../../../app/api/internal/revalidate/route";

const revalidated = vi.hoisted(() => [] as string[]);
vi.mock("next/cache", () => ({ revalidatePath: (path: string) => revalidated.push(path) }));

/** What the web server is told after a publication; `signature` stands in for the right one. */
async function tell(body: string, signature = signInternal("daleel revalidate", body)) {
  revalidated.length = 0;
  const headers = { [INTERNAL_SIGNATURE_HEADER]: signature };
  const response = await POST(
    new Request("http://daleel.example/api/internal/revalidate", { method: "POST", body, headers }),
  );
  return { status: response.status, body: (await response.json()) as object, paths: [...revalidated] };
}

async function withoutDatabase<T>(work: () => Promise<T>): Promise<T> {
  const url = env().DATABASE_URL;
  await closeDb();
  setEnv({ DATABASE_URL: "postgresql://nobody@127.0.0.1:9/nothing" });
  try {
    return await work();
  } finally {
    await closeDb();
    setEnv({ DATABASE_URL: url });
  }
}

describe("telling the web server of a publication", () => {
  let slug: string;

  beforeAll(async () => {
    const author = await buildPerson();
    const publisher = await buildPerson({ role: "publisher" });
    const { caseId, version, draft } = await buildCaseInReview(author);
    slug = draft.slug;
    await publishCase(publisher, { caseId, version });
    await correctCase(author, { caseId });
    await submitForReview(author, { caseId, version });
    await publishCase(publisher, { caseId, version, note: { en: "Mended.", ar: "صُوِّب." } });
  });

  it("makes index, case and every revision anew, in both languages", async () => {
    const told = await tell(JSON.stringify({ slug }));
    expect(told).toMatchObject({ status: 200, body: { slug, newestNumber: 2 } });
    expect(told.paths).toEqual(
      ["en", "ar"].flatMap((locale) => [
        `/${locale}`,
        `/${locale}/cases/${slug}`,
        `/${locale}/cases/${slug}/r/1`,
        `/${locale}/cases/${slug}/r/2`,
      ]),
    );
  });

  it("believes nobody without the signature, or with one for something else", async () => {
    const body = JSON.stringify({ slug });
    expect(await tell(body, "")).toMatchObject({ status: 403, paths: [] });
    expect(await tell(body, signInternal("daleel revalidate", "{}"))).toMatchObject({ status: 403, paths: [] });
  });

  it("refuses what it does not understand", async () => {
    for (const body of ["", "{", "[]", '{"slug":1}', `{"slug":"${"x".repeat(2000)}"}`]) {
      expect(await tell(body)).toMatchObject({ status: 400, paths: [] });
    }
  });

  it("leaves the old pages alone while the database is down", async () => {
    const told = await withoutDatabase(() => tell(JSON.stringify({ slug })));
    expect(told).toMatchObject({ status: 503, body: { error: { code: "database_down" } }, paths: [] });
  });

  it("has readers' pages made from memory when the database goes down afterwards", async () => {
    const before = { newest: await findPublicRevision(slug, "newest"), list: await listPublicCases() };
    await withoutDatabase(async () => {
      expect(await findPublicRevision(slug, "newest")).toEqual(before.newest);
      expect(await listPublicCases()).toEqual(before.list);
      await expect(findPublicRevision("never-read-before", "newest")).rejects.toMatchObject({ code: "P1001" });
    });
  });
});
