import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { getCase } from "#lib/services/cases/get-case";
import { createPerson } from "#lib/services/people/create-person";
import { settleWordings } from "#lib/services/phrasings/settle-wordings";
import { drainOutbox } from "#lib/services/search/drain-outbox";
import { searchArchive } from "#lib/services/search/search-archive";
import { buildCase } from "#test/builders/case";
import { buildDraft } from "#test/builders/case-draft";
import { buildPerson } from "#test/builders/person";
import { buildPost } from "#test/builders/post";
import { expectSound, find, press, sees, signIn, write } from "#test/e2e/desk-browser";
import { openBrowser, openPage } from "#test/setup/reader-browser";
import { type RunningArchive, startArchive } from "#test/setup/running-archive";

const EDITOR = { email: "editor@newsroom.example", name: "Nur Editor", password: "some words in a row" };
const LINE = "البلدية ترفع رسوم العدّادات من دون إعلان والناس آخر من يعلم";
const { search, common } = messages("en");

let archive: RunningArchive;
let browser: RunningBrowser;
let page: Page;
let origin: string;
let builder: Actor;
let caseId: string;

const open = (path: string) => page.goto(`${origin}${path}`, { waitUntil: "networkidle0" });
const address = () => decodeURIComponent(new URL(page.url()).search);
const boxed = () => page.$eval("#search-box", (box) => (box as HTMLInputElement).value);
const rows = () => page.$$eval("[data-row]", (found) => found.length);
const until = (what: () => Promise<unknown>, value: unknown) =>
  expect.poll(what, { timeout: 15_000, interval: 50 }).toEqual(value);

beforeAll(async () => {
  archive = await startArchive();
  origin = archive.system.origin;
  await createPerson({ ...EDITOR, role: "editor" });
  builder = await buildPerson();
  ({ caseId } = await buildCase(builder, buildDraft({ title: { en: "Water meters", ar: "عدادات الماء" } })));
  for (let i = 0; i < 24; i++) {
    await buildPost(builder, { text: `${LINE} 💧`, handle: `voice_${i % 9}`, hashtags: ["عدادات"], language: "ar" });
  }
  for (let i = 0; i < 3; i++) await buildPost(builder, { text: `Harbour ferry ${i} is late`, handle: "ferry_desk" });
  browser = await openBrowser();
  page = await openPage(browser.browser);
  await page.setViewport({ width: 1440, height: 900 });
  await signIn(page, origin, "en", EDITOR);
  // What the worker does too, a moment after they came.
  await vi.waitFor(
    async () => {
      while ((await settleWordings()) > 0);
      await drainOutbox();
      const { hits } = await searchArchive(builder, { q: LINE });
      expect(hits[0]?.phrasing?.posts).toBe(24);
    },
    { timeout: 30_000, interval: 200 },
  );
});

afterAll(async () => {
  await browser?.close();
  await archive?.stop();
});

test("results follow the typing, no letter is lost, and the back button takes back steps, not letters", async () => {
  await open("/en/desk/search");
  const steps = await page.evaluate(() => history.length);
  await page.focus("#search-box");
  await page.keyboard.type("رسوم العدادات", { delay: 40 });
  await until(async () => address(), "?q=رسوم+العدادات");
  expect(await boxed()).toBe("رسوم العدادات");
  expect(await page.$$eval("mark", (marks) => marks[0]?.textContent)).toBe("رسوم");
  await sees(page, search.copies(24));
  expect(await page.evaluate(() => history.length)).toBe(steps);

  await page.click('input[name="collapse"]');
  await until(rows, 1);
  await sees(page, search.more(23));
  // A filter pressed between letters, before any answer: all of it counts.
  await page.focus("#search-box");
  await page.keyboard.type(" البلدية");
  await page.evaluate(() => document.querySelector<HTMLElement>('li a[href*="account=voice_1"]')?.click());
  await page.keyboard.type(" ترفع");
  await until(async () => address(), "?q=رسوم+العدادات+البلدية+ترفع&account=voice_1&collapse=1");
  expect(await boxed()).toBe("رسوم العدادات البلدية ترفع");
  await expectSound(page);
  await page.goBack();
  await until(boxed, "رسوم العدادات");
  expect(address()).toBe("?q=رسوم+العدادات&collapse=1");
  await page.goBack();
  await until(rows, 20);
  expect(await page.$eval('input[name="collapse"]', (box) => (box as HTMLInputElement).checked)).toBe(false);
});

test("says when only the spelling is near, when nothing is there, and when a whole text was pasted", async () => {
  await open("/en/desk/search?q=harbuor");
  await sees(page, "harbuor");
  await until(rows, 3);
  await sees(page, search.fuzzy.split("{words}")[1] ?? "");
  await page.evaluate(() => {
    const box = document.querySelector<HTMLInputElement>("#search-box");
    if (!box) return;
    box.value = "م".repeat(100_000);
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await sees(page, search.tooLong.body("100,000", "1,000"));
  expect(address()).toBe("?q=harbuor");
  await expectSound(page);
  const odd = ["👍", "\u202eabc", "Z̸̢͎a̵͝l̶g̷o̸", "https://x.com/a/status/1", "\ud800", "((((", "%00", "\u0000"];
  const answers = await page.evaluate(
    (queries) =>
      Promise.all(
        queries.map(async (q) => {
          const answer = await fetch(`/ar/desk/search?${new URLSearchParams({ q })}`);
          return { q, status: answer.status, hasBox: (await answer.text()).includes('id="search-box"') };
        }),
      ),
    odd,
  );
  expect(answers).toEqual(answers.map(({ q }) => ({ q, status: 200, hasBox: true })));
  expect(answers).toHaveLength(odd.length);
});

test("by keyboard alone several results come into a case file, and out again", async () => {
  await open("/en/desk/search?q=ferry");
  for (const key of ["KeyJ", "KeyX", "ArrowDown", "KeyX", "KeyJ", "KeyX"] as const) await page.keyboard.press(key);
  await sees(page, search.selected(3));
  await expectSound(page);
  await page.keyboard.press("KeyA");
  await find(page, "combobox", search.add.choose);
  await press(page, "button", search.add.send);
  await sees(page, search.add.done(3));
  const exhibits = async () => (await getCase(builder, caseId)).exhibits.length;
  expect(await exhibits()).toBe(3);
  await sees(page, "Water meters");
  await press(page, "button", common.actions.undo);
  await sees(page, search.add.undone);
  expect(await exhibits()).toBe(0);
});

test("a search is saved under a name, opened, deleted and put back; its results are a file", async () => {
  await open("/en/desk/search?q=ferry&sort=oldest");
  await press(page, "button", search.saved.save);
  await page.waitForFunction(() => document.activeElement?.matches("[role=dialog] input"));
  await page.keyboard.type("Late ferries");
  await page.keyboard.press("Enter");
  await sees(page, search.saved.done);
  await open("/en/desk/search");
  await press(page, "link", "Late ferries");
  await until(async () => address(), "?q=ferry&sort=oldest");
  await press(page, "button", search.saved.menuOf("Late ferries"));
  await page.waitForSelector("[role=menuitem]");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await sees(page, search.saved.removed);
  await press(page, "button", common.actions.undo);
  await find(page, "link", "Late ferries");

  const href = await page.$eval('a[href^="/api/search.csv"]', (link) => (link as HTMLAnchorElement).href);
  const file = await page.evaluate(async (from) => {
    const answer = await fetch(from);
    return { name: answer.headers.get("content-disposition"), text: await answer.text() };
  }, href);
  expect(file.name).toMatch(/^attachment; filename="daleel-search-\d{4}-\d\d-\d\d\.csv"/);
  expect(file.text.match(/Harbour ferry \d is late/g)).toHaveLength(3);
  expect((await fetch(href)).status).toBe(401);
});

test("what a server that is not reached could not do is said: putting a search back, finding a value of a facet", async () => {
  await open("/en/desk/search");
  await press(page, "button", search.saved.menuOf("Late ferries"));
  await page.waitForSelector("[role=menuitem]");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await sees(page, search.saved.removed);
  await page.setOfflineMode(true);
  try {
    await press(page, "button", common.actions.undo);
    await sees(page, search.saved.notRestored("Late ferries"));
    await write(page, search.facetFind.account, "voice", "combobox");
    await sees(page, search.facetUnanswered);
  } finally {
    await page.setOfflineMode(false);
  }
  await page.keyboard.type("_");
  await page.waitForSelector("[role=option]");
});

test("in Arabic, and without scripts as a plain form", async () => {
  await open(`/ar/desk/search?q=${encodeURIComponent("العدادات")}&hashtag=عدادات`);
  await sees(page, messages("ar").search.copies(24));
  await sees(page, messages("ar").search.foundFor(24));
  await expectSound(page);
  await page.setJavaScriptEnabled(false);
  await page.goto(`${origin}/ar/desk/search?account=voice_1`);
  await page.type("#search-box", "رسوم");
  await Promise.all([page.waitForNavigation(), page.click('#search-form button[type="submit"]')]);
  expect(address()).toContain("account=voice_1");
  expect(await page.$$eval("mark", (marks) => marks[0]?.textContent)).toBe("رسوم");
  await page.setJavaScriptEnabled(true);
});
