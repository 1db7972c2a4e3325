import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { db } from "#lib/data/client";
import { messages } from "#lib/i18n/messages";
import { createPerson } from "#lib/services/people/create-person";
import { buildBusyHashtag } from "#test/builders/busy-hashtag";
import { expectAllSound, expectSound, find, press, sees, signIn, write } from "#test/e2e/desk-browser";
import { readCsv } from "#test/setup/read-csv";
import { openBrowser, openPage, rests } from "#test/setup/reader-browser";
import { type RunningArchive, startArchive } from "#test/setup/running-archive";

const EDITOR = { email: "editor@newsroom.example", name: "Nur Editor", password: "some words in a row" };
const TAG = "ميناء_المدينة";
const POSTS = 70;
const words = messages("en");

let archive: RunningArchive;
let browser: RunningBrowser;

beforeAll(async () => {
  archive = await startArchive();
  await createPerson({ ...EDITOR, role: "editor" });
  await buildBusyHashtag(await db().user.findFirstOrThrow(), TAG, POSTS);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await archive?.stop();
});

/** Where the marks of the time axis stand, in the order of time, and how many bars are drawn. */
async function readTimeline(page: Page) {
  return page.$eval("figure", (figure) => ({
    marks: [...figure.querySelectorAll("div[aria-hidden] span")]
      .filter((mark) => mark.getClientRects().length > 0)
      .map((mark) => mark.getBoundingClientRect().x),
    bars: figure.querySelectorAll("svg[role=img] rect").length,
    named: [...figure.querySelectorAll("svg[role=img]")].map((svg) => svg.querySelector("title")?.textContent),
  }));
}

test("from the list of hashtags to the posts that tie two accounts, in both languages", async () => {
  const page = await openPage(browser.browser);
  const { origin } = archive.system;
  await signIn(page, origin, "en", EDITOR);
  const { spread, charts } = words;
  // What the first page fetches ahead and is left in the middle of would be waited for later, for ever.
  await rests(page);

  await page.goto(`${origin}/en/desk/hashtags`);
  await write(page, spread.hashtags.search, "المدينه", "searchbox");
  await press(page, "button", spread.find);
  await sees(page, spread.hashtags.found(1));
  await press(page, "link", `#${TAG}`);
  await sees(page, spread.posts(POSTS));
  await sees(page, spread.ties.within.ten_minutes);
  const english = await readTimeline(page);
  expect(english.bars).toBeGreaterThan(10);
  expect(english.named).toEqual([charts.timeline.title, charts.timeline.share]);
  expect(english.marks.length).toBeGreaterThan(1);
  expect(english.marks).toEqual(english.marks.toSorted((a, b) => a - b));
  await expectSound(page);

  // The numbers are one key away, and they are the same.
  await page.$eval("figure summary", (summary) => (summary as HTMLElement).focus());
  await page.keyboard.press("Enter");
  const drawn = await page.$$eval("figure details[open] tbody tr", (rows) =>
    rows.map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent))),
  );
  const total = drawn.reduce((sum, cells) => sum + (cells[1] ?? 0) + (cells[4] ?? 0), 0);
  // One post lies years before the others.
  expect(total).toBe(POSTS - 1);
  await sees(page, charts.timeline.outside(1, 0));

  const arabic = messages("ar");
  const tagPath = new URL(page.url()).pathname;
  await page.goto(`${origin}${tagPath.replace("/en/", "/ar/")}?window=hour`, { waitUntil: "networkidle2" });
  await sees(page, arabic.spread.ties.within.hour);
  const { marks } = await readTimeline(page);
  // Time runs in the reading direction: later is further to the left.
  expect(marks).toEqual(marks.toSorted((a, b) => b - a));
  await expectSound(page);

  await page.goto(`${origin}${tagPath}?window=hour`, { waitUntil: "networkidle2" });
  const which = await page.waitForSelector(`#ties tbody a[href*="/desk/ties?"]`);
  await which?.evaluate((link) => (link as HTMLElement).click());
  await sees(page, spread.tie.phrasing);
  expect(new URL(page.url()).pathname).toBe("/en/desk/ties");
  await sees(page, spread.tie.onlyHashtag(TAG));
  await expectSound(page);
  await page.goto(page.url().replace("/en/", "/ar/"), { waitUntil: "networkidle2" });
  await expectSound(page);
  await find(page, "button", arabic.captures.detail.addToCase);

  const account = "/desk/accounts/demo_square/harbour_voice";
  await expectAllSound(page, origin, [
    `/en${account}`,
    `/ar${account}?window=day`,
    "/en/desk/accounts?q=harbour",
    "/ar/desk/hashtags",
    "/ar/desk/accounts",
    "/en/desk/ties",
  ]);
});

test("files come to whoever is signed in, and to nobody else", async () => {
  const { origin } = archive.system;
  const paths = [
    `/api/hashtags/${encodeURIComponent(TAG)}/posts`,
    `/api/hashtags/${encodeURIComponent(TAG)}/ties?window=hour&format=graphml`,
    "/api/accounts/demo_square/Harbour_Voice/posts?from=2018-07-01",
    "/api/accounts/demo_square/harbour_voice/ties",
  ];
  for (const path of paths) expect((await fetch(origin + path)).status, path).toBe(401);

  const [page] = await browser.browser.pages();
  if (!page) throw new Error("No page is open");
  await page.goto(`${origin}/en/desk/hashtags`);
  const answers = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (path) => {
          const answer = await fetch(path);
          const bytes = new Uint8Array(await answer.arrayBuffer());
          const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
          return { status: answer.status, disposition: answer.headers.get("content-disposition") ?? "", text };
        }),
      ),
    [...paths, "/api/hashtags/nothing/posts"],
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 404]);
  expect(answers[0]?.disposition).toContain(
    `filename*=UTF-8''${encodeURIComponent("hashtag-ميناء_المدينه-posts.csv")}`,
  );
  expect(answers[0]?.text.startsWith("\uFEFF")).toBe(true);
  expect(readCsv(answers[0]?.text ?? "")).toHaveLength(POSTS + 1);
  expect(answers[1]?.text).toContain('<graph id="g" edgedefault="undirected">');
});
