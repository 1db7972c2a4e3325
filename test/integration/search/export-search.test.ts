import { beforeAll, describe, expect, test } from "vitest";
import { CSV_BOM } from "#lib/core/export/csv";
import type { SearchQuery } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { postgresIndex } from "#lib/data/search/postgres-index";
import type { Actor } from "#lib/permissions/actor";
import { addExhibit } from "#lib/services/cases/add-exhibit";
import { settleWordings } from "#lib/services/phrasings/settle-wordings";
import { drainOutbox } from "#lib/services/search/drain-outbox";
import { exportSearch } from "#lib/services/search/export-search";
import { siteOrigin } from "#lib/services/system/site-origin";
import { buildCase } from "#test/builders/case";
import { buildPerson } from "#test/builders/person";
import { type BuiltPost, buildPost, buildWebPage } from "#test/builders/post";
import { buildSearchDoc } from "#test/builders/search-doc";
import { readCsv } from "#test/setup/read-csv";

const HOSTILE = "=cmd|'/c calc'!A0, \"quoted\"\r\n@SUM(1)\tرسوم العدادات";

let person: Actor;
let hostile: BuiltPost;
let page: { captureId: string };

beforeAll(async () => {
  person = await buildPerson();
  const { caseId } = await buildCase(person);
  hostile = await buildPost(person, { text: HOSTILE, handle: "meter_one", hashtags: ["عدادات"], language: "ar" });
  await buildPost(person, { text: HOSTILE, handle: "meter_two", postedAt: "2018-07-03T15:00:00Z" });
  page = await buildWebPage(person, { title: "+Meters, a page", text: "What the meters cost" });
  for (let i = 0; i < 7; i++) await buildPost(person, { text: `filler number ${i}`, handle: "filler" });
  await addExhibit(person, { caseId, target: { kind: "post", postId: hostile.postId } });
  while ((await settleWordings()) > 0);
  while ((await drainOutbox()) > 0);
});

async function exported(query: SearchQuery, limit?: number) {
  let text = "";
  for await (const piece of await exportSearch(person, query, "ar", limit)) text += piece;
  expect(text.startsWith(CSV_BOM)).toBe(true);
  const [names = [], ...rows] = readCsv(text.slice(1));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
}

describe("a search as a file", () => {
  test("has what the record says of each result", async () => {
    const rows = await exported({ q: "cmd", filters: { account: ["meter_one"] } });
    const { wordingId, phrasing } = await db()
      .post.findUniqueOrThrow({
        where: { id: hostile.postId ?? "" },
        select: { wordingId: true, wording: { select: { phrasing: true } } },
      })
      .then(({ wordingId, wording }) => ({ wordingId, phrasing: wording?.phrasing }));
    expect(rows).toEqual([
      {
        kind: "post",
        id: hostile.postId,
        posted_at: "2018-07-03T14:02:00.000Z",
        captured_at: "2018-07-04T10:00:00.000Z",
        received_at: "",
        account: "meter_one",
        account_name: "Sample One",
        platform: "demo_square",
        language: "ar",
        state_when_last_seen: "content",
        captured_by: "browser",
        title: "",
        text: expect.stringMatching(/^'=cmd[\s\S]*رسوم العدادات$/u),
        hashtags: "#عدادات",
        url: `http://127.0.0.1:3139/p/${hostile.platformId}`,
        desk_address: `${siteOrigin()}/ar/desk/captures/${hostile.captureId}`,
        capture_id: hostile.captureId,
        wording_id: wordingId,
        phrasing_id: phrasing?.id,
        posts_of_phrasing: "2",
        accounts_of_phrasing: "2",
        case_files: expect.any(String),
        supplied_by: "",
      },
    ]);
    expect(rows[0]?.case_files).not.toBe("");
  });

  test("has pages too, and nothing that runs", async () => {
    const [row] = await exported({ q: "", filters: { kind: ["capture"] } });
    expect(row).toMatchObject({
      kind: "capture",
      id: page.captureId,
      title: "'+Meters, a page",
      posted_at: "",
      captured_at: "2018-07-05T10:00:00.000Z",
    });
  });

  test("is whole in the order of the page, and says at its end when it was cut", async () => {
    const all = await exported({ q: "", sort: "oldest" });
    expect(all).toHaveLength(10);
    expect(new Set(all.map(({ id }) => id)).size).toBe(10);
    const times = all.map((row) => row.posted_at || row.captured_at);
    expect(times).toEqual([...times].sort());
    const cut = await exported({ q: "", sort: "oldest" }, 4);
    expect(cut.slice(0, 4).map(({ id }) => id)).toEqual(all.slice(0, 4).map(({ id }) => id));
    expect(cut[4]).toMatchObject({ kind: "note", text: expect.stringContaining("4 of 10 results") });
    expect(await exported({ q: "", sort: "oldest" }, 10)).toHaveLength(10);
    expect(await exported({ q: "zzzz" })).toEqual([]);
  });

  test("goes on where the pages of the engine end, by time, each once", async () => {
    const count = 2_200;
    const start = Date.parse("2019-01-01T00:00:00Z");
    // Most within one day, many at the same moment.
    const docs = Array.from({ length: count }, (_, i) =>
      buildSearchDoc(`deep${i}`, {
        text: "deep water",
        at: new Date(start + Math.floor(i / 40) * 1_000).toISOString(),
      }),
    );
    await postgresIndex.index(docs);
    const { total, isTotalExact } = await postgresIndex.search({ q: "deep" });
    expect(isTotalExact, "The engine counts further now: take more documents").toBe(false);
    for (const sort of ["oldest", "relevance"] as const) {
      const rows = await exported({ q: "deep", sort });
      expect(new Set(rows.map(({ url }) => url)).size, sort).toBe(count);
      expect(rows, sort).toHaveLength(count);
    }
    const cut = await exported({ q: "deep", sort: "oldest" }, 2_100);
    expect(cut).toHaveLength(2_101);
    expect(
      cut
        .slice(0, 2_080)
        .map(({ url }) => url)
        .sort(),
    ).toEqual(
      docs
        .slice(0, 2_080)
        .map(({ url }) => url)
        .sort(),
    );
    expect(cut.at(-1)?.text).toMatch("2100 of more than 2100 results");
    const collapsed = await exported({ q: "deep", collapse: true });
    expect(collapsed.at(-1)).toMatchObject({ kind: "note" });
    expect(collapsed).toHaveLength(total + 1);
  });

  test("does not begin when search is down, and breaks off when it goes down half way", async () => {
    const rows = await exportSearch(person, { q: "deep" }, "en");
    await rows.next();
    await rows.next();
    await db().$executeRaw`ALTER TABLE search_document RENAME TO search_document_away`;
    try {
      await expect(rows.next()).rejects.toMatchObject({ code: "search_down" });
      await expect(exportSearch(person, { q: "" }, "en")).rejects.toMatchObject({ code: "search_down" });
    } finally {
      await db().$executeRaw`ALTER TABLE search_document_away RENAME TO search_document`;
    }
  });
});
