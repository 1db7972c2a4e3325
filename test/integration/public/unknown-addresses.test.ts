import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";
import { closeDb } from "#lib/data/client";
import { env, setEnv } from "#lib/env";
import { correctCase } from "#lib/services/cases/correct-case";
import { publishCase } from "#lib/services/cases/publish-case";
import { retractCase } from "#lib/services/cases/retract-case";
import { buildCase, buildCaseInReview } from "#test/builders/case";
import { buildPerson } from "#test/builders/person";
import { proxy } from "../../../proxy";

let published: string;
let draft: string;
let retracted: string;

beforeAll(async () => {
  const author = await buildPerson();
  const publisher = await buildPerson({ role: "publisher" });
  const built = await buildCaseInReview(author);
  await publishCase(publisher, built);
  published = built.draft.slug;
  draft = (await buildCase(author)).draft.slug;
  const taken = await buildCaseInReview(author);
  await publishCase(publisher, taken);
  await correctCase(author, { caseId: taken.caseId });
  await retractCase(publisher, { caseId: taken.caseId, note: { en: "Wrong.", ar: "خطأ." } });
  retracted = taken.draft.slug;
});

const ask = async (path: string) => (await proxy(new NextRequest(`http://localhost:3000${path}`))).status;

test("published and retracted cases and their revisions are let through", async () => {
  for (const path of [published, `${published}/r/1`, retracted, `${retracted}/r/2`]) {
    expect(await ask(`/en/cases/${path}`)).toBe(200);
    expect(await ask(`/ar/cases/${path}`)).toBe(200);
  }
});

test("drafts, made-up and malformed addresses and languages are a 404 that needs no script", async () => {
  const nowhere = [
    draft,
    "never-was",
    `${published}/r/2`,
    `${published}/r/0`,
    `${published}/r/1e0`,
    "%00",
    "a".repeat(9_000),
  ];
  for (const path of nowhere) expect(await ask(`/en/cases/${path}`)).toBe(404);
  for (const path of ["/xx", "/xx/cases/never-was", "/EN", "/english"]) expect(await ask(path)).toBe(404);
});

test("while the database is down every case is let through: its page may be in the cache", async () => {
  const url = env().DATABASE_URL;
  await closeDb();
  setEnv({ DATABASE_URL: "postgresql://nobody@127.0.0.1:9/nothing" });
  try {
    expect(await ask("/en/cases/asked-for-the-first-time")).toBe(200);
  } finally {
    await closeDb();
    setEnv({ DATABASE_URL: url });
  }
});
