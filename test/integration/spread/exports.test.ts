import { DOMParser } from "linkedom";
import { beforeAll, expect, test } from "vitest";
import { db } from "#lib/data/client";
import { type ExportScope, exportPosts as readPosts } from "#lib/data/spread/export-posts";
import { ALWAYS } from "#lib/data/spread/scope";
import type { Actor } from "#lib/permissions/actor";
import { spreadQuery } from "#lib/schemas/spread-query";
import { exportPosts, type TextExport } from "#lib/services/spread/export-posts";
import type { ExportTarget } from "#lib/services/spread/export-target";
import { exportTies } from "#lib/services/spread/export-ties";
import { buildPerson } from "#test/builders/person";
import { buildPosts, readRecord } from "#test/builders/spread";
import { readCsv } from "#test/setup/read-csv";

const TEXT = "The pump at the harbour stands still, and the council has not sent anybody to look at it";
const FORMULA = '=HYPERLINK("http://evil.example","click") and nothing else that anybody here would say';
const TAG: ExportTarget = { kind: "hashtag", tag: "المضخة" };

let actor: Actor;
let record: Awaited<ReturnType<typeof readRecord>>;

beforeAll(async () => {
  actor = await buildPerson();
  const hashtags = ["المضخة"];
  const many = Array.from({ length: 30 }, (_, i) => ({
    text: Array.from({ length: 8 }, (_, k) => ((i + 11) * (k + 3) * 79_190_017).toString(36)).join(" "),
    handle: `reader_${i % 7}`,
    hashtags,
    // Several at one moment: the order within it is that of the ids.
    postedAt: new Date(Date.parse("2018-07-01T00:00:00Z") + (i % 5) * 60_000).toISOString(),
  }));
  await buildPosts(actor, [
    { text: TEXT, handle: "Amal", name: "<Amal> & \u0007Co", hashtags, postedAt: "2018-07-03T10:00:00Z" },
    { text: `${TEXT} today`, handle: "basim", hashtags, postedAt: "2018-07-03T10:00:20Z" },
    { text: TEXT, handle: "carla", hashtags, postedAt: "2018-07-03T10:05:00Z" },
    { text: `RT @amal: ${TEXT}`, handle: "dalia", hashtags, postedAt: "2018-07-03T10:00:30Z" },
    { text: FORMULA, handle: "emre", hashtags: [...hashtags, "Harbour"], postedAt: "2018-07-03T11:00:00Z" },
    { text: "Nobody knows when this was", handle: "emre", hashtags, postedAt: "no time" },
    { text: null, handle: "emre", hashtags, postedAt: "2018-07-09T11:00:00Z" },
    ...many,
  ]);
  record = await readRecord();
});

async function textOf({ chunks }: TextExport): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}

/** Ties without the note, which is always the last row. */
async function tiesOf(file: TextExport): Promise<Record<string, string>[]> {
  const rows = await tableOf(file);
  expect(rows.map((row) => row.platform_a === "note")).toEqual(rows.map((_, i) => i === rows.length - 1));
  return rows.slice(0, -1);
}

async function tableOf(file: TextExport): Promise<Record<string, string>[]> {
  const text = await textOf(file);
  expect(text.startsWith("\uFEFF")).toBe(true);
  const [head = [], ...rows] = readCsv(text.slice(1));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""])));
}

test("every post of a hashtag once, oldest first, those without a time last, formulas harmless", async () => {
  const file = await exportPosts(actor, TAG, {});
  expect(file.fileName).toBe("hashtag-المضخه-posts.csv");
  const rows = await tableOf(file);
  expect(rows).toHaveLength(record.length);
  const inOrder = record.toSorted((x, y) => (x.atMs ?? 9e15) - (y.atMs ?? 9e15) || (x.id < y.id ? -1 : 1));
  expect(rows.map((row) => row.account)).toEqual(inOrder.map(({ handle }) => handle));
  expect(rows.map((row) => row.posted_at)).toEqual(inOrder.map(({ postedAt }) => postedAt?.toISOString() ?? ""));
  const formula = rows.find(({ text }) => text?.includes("HYPERLINK"));
  expect(formula).toMatchObject({ text: `'${FORMULA}`, hashtags: "Harbour المضخة", is_repost: "false" });
  expect(rows.find(({ account }) => account === "dalia")).toMatchObject({
    is_repost: "true",
    phrasing_originals_in_archive: "3",
    phrasing_reposts_in_archive: "1",
  });
  expect(rows.every(({ capture_id }) => /^[0-9a-f-]{36}$/.test(capture_id ?? ""))).toBe(true);
});

test("batches of any size make the same rows", async () => {
  const idsOf = async (scope: ExportScope, batch: number) => {
    const ids: string[] = [];
    for await (const rows of readPosts(db(), scope, ALWAYS, batch)) ids.push(...rows.map(({ id }) => id));
    return ids;
  };
  const hashtag = await db().hashtag.findUniqueOrThrow({ where: { folded: "المضخه" } });
  const emre = record.find(({ handle }) => handle === "emre")?.accountId ?? "";
  const phrasing = record.find(({ text }) => text === TEXT)?.phrasing ?? "";
  const scopes: ExportScope[] = [
    { kind: "hashtag", id: hashtag.id },
    { kind: "account", id: emre },
    { kind: "phrasing", id: phrasing },
  ];
  for (const scope of scopes) {
    const whole = await idsOf(scope, 1_000);
    for (const batch of [1, 2, 3, 7]) expect(await idsOf(scope, batch)).toEqual(whole);
  }
});

test("only the days that are asked for, and nothing is a file with its head alone", async () => {
  expect(await tableOf(await exportPosts(actor, TAG, { from: "2018-07-03", to: "2018-07-03" }))).toHaveLength(5);
  const none = await textOf(await exportPosts(actor, TAG, { from: "2001-01-01", to: "2001-01-02" }));
  expect(readCsv(none)).toHaveLength(1);
});

test("posts of an account and of a phrasing", async () => {
  const account = await exportPosts(actor, { kind: "account", platform: "demo_square", handle: "emre" }, {});
  expect((await tableOf(account)).map(({ posted_at }) => posted_at)).toEqual([
    "2018-07-03T11:00:00.000Z",
    "2018-07-09T11:00:00.000Z",
    "",
  ]);
  const id = record.find(({ text }) => text === TEXT)?.phrasing ?? "";
  expect((await tableOf(await exportPosts(actor, { kind: "phrasing", id }, {}))).map((row) => row.account)).toEqual([
    "amal",
    "basim",
    "dalia",
    "carla",
  ]);
});

test.each([TAG, "phrasing"] as const)("ties as a table: %j", async (wish) => {
  const id = record.find(({ text }) => text === TEXT)?.phrasing ?? "";
  const target: ExportTarget = wish === "phrasing" ? { kind: "phrasing", id } : wish;
  const minute = await tiesOf(await exportTies(actor, target, spreadQuery.parse({ window: "minute" }), "csv"));
  expect(minute).toEqual([
    expect.objectContaining({
      account_a: expect.stringMatching(/amal|basim/),
      shared_phrasings: "1",
      close_pairs: "1",
      smallest_gap_seconds: "20",
      phrasing_ids: id,
    }),
  ]);
  expect(await tiesOf(await exportTies(actor, target, spreadQuery.parse({ window: "hour" }), "csv"))).toHaveLength(3);
});

test("ties as a graph: accounts with their names, edges with weights and the phrasings, no sign that XML forbids", async () => {
  const id = record.find(({ text }) => text === TEXT)?.phrasing ?? "";
  const file = await exportTies(actor, TAG, spreadQuery.parse({ window: "hour" }), "graphml");
  expect(file.fileName).toBe("hashtag-المضخه-ties.graphml");
  const text = await textOf(file);
  expect(text).not.toContain("\u0007");
  const graph = new DOMParser().parseFromString(text, "text/xml");
  const names = new Map(
    [...graph.querySelectorAll("key")].map((key) => [key.getAttribute("id"), key.getAttribute("attr.name")]),
  );
  const dataOf = (element: Element) =>
    Object.fromEntries(
      [...element.querySelectorAll("data")].map((data) => [names.get(data.getAttribute("key")), data.textContent]),
    );
  const nodes = [...graph.querySelectorAll("node")].map(dataOf);
  expect(nodes.map(({ label }) => label).toSorted()).toEqual(["@amal", "@basim", "@carla"]);
  expect(nodes.find(({ label }) => label === "@amal")?.name).toBe("<Amal> & Co");
  const edges = [...graph.querySelectorAll("edge")];
  expect(edges).toHaveLength(3);
  for (const edge of edges) expect(dataOf(edge)).toMatchObject({ weight: "1", close_pairs: "1", phrasings: id });
  expect(graph.querySelector("desc")?.textContent).toContain("A sample");
});

test("the table says in its last row what the graph says of itself: a sample, of which days, and what was cut", async () => {
  const query = spreadQuery.parse({ window: "hour", from: "2018-07-03" });
  const rows = await tableOf(await exportTies(actor, TAG, query, "csv", 2));
  expect(rows.map(({ platform_a }) => platform_a)).toEqual(["demo_square", "demo_square", "note"]);
  const note = rows.at(-1)?.phrasing_ids ?? "";
  for (const part of ["within one hour", "A sample", "The 2 strongest of 3 pairs", "from 2018-07-03"]) {
    expect(note).toContain(part);
  }
  const graph = new DOMParser().parseFromString(
    await textOf(await exportTies(actor, TAG, query, "graphml", 2)),
    "text/xml",
  );
  expect(graph.querySelector("desc")?.textContent).toBe(note);
});

test("an account's own ties have the account on every edge", async () => {
  const target: ExportTarget = { kind: "account", platform: "demo_square", handle: "carla" };
  const rows = await tiesOf(await exportTies(actor, target, spreadQuery.parse({ window: "hour" }), "csv"));
  expect(rows.map(({ account_a, account_b }) => [account_a, account_b]).toSorted()).toEqual([
    ["carla", "amal"],
    ["carla", "basim"],
  ]);
});

test("what does not exist is not found", async () => {
  const targets: ExportTarget[] = [
    { kind: "hashtag", tag: "nothing_here" },
    { kind: "account", platform: "x", handle: "nobody" },
    { kind: "phrasing", id: "not an id" },
    { kind: "phrasing", id: "01900000-0000-7000-8000-000000000000" },
  ];
  for (const target of targets) {
    await expect(exportPosts(actor, target, {})).rejects.toMatchObject({ code: "not_found" });
    await expect(exportTies(actor, target, spreadQuery.parse({}), "csv")).rejects.toMatchObject({ code: "not_found" });
  }
});
