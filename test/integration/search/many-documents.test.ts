import { beforeAll, expect, test } from "vitest";
import type { SearchDoc, SearchQuery } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { MAX_COUNTED } from "#lib/data/search/find-documents";
import { MAX_EXAMINED } from "#lib/data/search/plan-search";
import { postgresIndex } from "#lib/data/search/postgres-index";
import { tendSlices } from "#lib/data/search/time-slices";
import { buildSearchDoc } from "#test/builders/search-doc";

/** More than PostgreSQL counts and looks into. One a minute, from the beginning of 2015 on. */
const DOCS = MAX_EXAMINED + 2_000;
const atOf = (i: number) => new Date(Date.UTC(2015, 0, 1, 0, i)).toISOString();
const FAMILY = "11111111-1111-7111-8111-111111111111";

function makeDoc(i: number): SearchDoc {
  const words = ["common", i % 2 === 0 ? "even" : "odd", i < 3 ? "earliest" : "later", `n${i}`];
  // Only the oldest have these two side by side.
  if (i < 5) words.push("side", "by");
  else words.push("by", "the", "side");
  return buildSearchDoc(`d${i}`, {
    text: words.join(" "),
    account: `account_${i % 10}`,
    platform: i < 100 ? "web" : "x",
    phrasingId: i % 100 === 0 ? FAMILY : null,
    wordingId: null,
    copies: i === 7 ? 50 : 1,
    at: atOf(i),
  });
}

beforeAll(async () => {
  async function* batches() {
    for (let i = 0; i < DOCS; i += 3_000)
      yield Array.from({ length: Math.min(3_000, DOCS - i) }, (_, k) => makeDoc(i + k));
  }
  await postgresIndex.reindex(batches());
  const bounds = [0.25, 0.5, 0.75].map((part) => new Date(atOf(DOCS * part)));
  await db().searchSlices.updateMany({ data: { bounds, isSettled: false } });
  await tendSlices();
}, 120_000);

const ask = (query: SearchQuery) => postgresIndex.search({ pageSize: 20, ...query });
const names = async (query: SearchQuery) => (await ask(query)).hits.map((hit) => hit.id.slice(5));

test("what very many have is counted over the newest, and said to be more", async () => {
  for (const q of ["", "common", '"common"', "even", "com"]) {
    const { total, isTotalExact, facetSample, facets, hits } = await ask({ q, sort: "newest" });
    expect([total, isTotalExact, facetSample], q).toEqual([MAX_COUNTED, false, MAX_COUNTED]);
    expect(
      facets.account.reduce((sum, { count }) => sum + count, 0),
      q,
    ).toBe(MAX_COUNTED);
    expect(hits[0]?.at, q).toBe(atOf(q === "even" ? DOCS - 2 : DOCS - 1));
  }
  expect((await names({ q: "common", sort: "oldest" })).slice(0, 3)).toEqual(["d0", "d1", "d2"]);
  expect((await names({ q: "even", sort: "oldest" })).slice(0, 3)).toEqual(["d0", "d2", "d4"]);
  expect((await names({ q: "", sort: "copies" }))[0]).toBe("d7");
});

test("what few have is found wherever it stands, and counted to the end", async () => {
  for (const [q, found] of [
    ["earliest", ["d0", "d1", "d2"]],
    ["common earliest", ["d0", "d1", "d2"]],
    ["common even earl", ["d0", "d2"]],
    ["common n11", ["d11", "d110", "d111", "d112"]],
  ] as const) {
    const result = await ask({ q, sort: "oldest", pageSize: 100 });
    expect(result.isTotalExact, q).toBe(true);
    expect(result.hits.map((hit) => hit.id.slice(5)).slice(0, 4), q).toEqual([...found]);
  }
  expect((await ask({ q: `n${DOCS - 1} ` })).total).toBe(1);
});

test("words side by side are found though the newest have them apart; letter for letter too", async () => {
  const run = await ask({ q: '"side by"', sort: "oldest" });
  expect([run.hits.map((hit) => hit.id.slice(5)), run.total, run.isTotalExact]).toEqual([
    ["d0", "d1", "d2", "d3", "d4"],
    5,
    true,
  ]);
  expect((await ask({ q: "side by", exactSpelling: true })).total).toBe(MAX_COUNTED);
  expect((await ask({ q: '"earliest n2"', exactSpelling: true })).hits.map((hit) => hit.id.slice(5))).toEqual(["d2"]);
});

test("a filter that only old documents meet finds them, though most documents have its other words", async () => {
  const { total, isTotalExact } = await ask({ q: "common", filters: { platform: ["web"] } });
  expect([total, isTotalExact]).toEqual([100, true]);
  expect((await ask({ q: "", filters: { account: ["account_3"] } })).total).toBe(DOCS / 10);
  expect((await ask({ q: "common", filters: { from: "2015-01-02", to: "2015-01-02" } })).total).toBe(24 * 60);
  expect((await ask({ q: "odd", filters: { to: "2015-01-01" } })).total).toBe(12 * 60);
  expect((await ask({ q: "", filters: { to: "2014-12-31" } })).total).toBe(0);
});

test("collapsed, the oldest stands for a phrasing, also beyond what was counted", async () => {
  for (const [q, oldest] of [
    ["common", "post:d0"],
    ['"later"', "post:d100"],
  ] as const) {
    const query = { q, collapse: true, sort: "newest", pageSize: 100 } as const;
    // Of those counted its oldest is the last, so it stands on the last page.
    const { total } = await ask(query);
    expect(total, q).toBe(MAX_COUNTED - MAX_COUNTED / 100 + 1);
    const { hits } = await ask({ ...query, page: Math.ceil(total / 100) });
    expect(
      hits.filter((hit) => hit.phrasingId === FAMILY).map((hit) => hit.id),
      q,
    ).toEqual([oldest]);
  }
});

test("slips are forgiven among very many words", async () => {
  const { isFuzzy, hits } = await ask({ q: "eerliest" });
  expect([isFuzzy, hits.length]).toEqual([true, 3]);
});
