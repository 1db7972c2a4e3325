import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { DEMO_SESSION_COOKIE } from "#lib/core/platforms/access";
import { db } from "#lib/data/client";
import { DEMO_SESSION_VALUE } from "#lib/demo/members";
import { MEMBERS_POSTS, MEMBERS_TAG } from "#lib/demo/story/harbour-council";
import { setEnv } from "#lib/env";
import { messages } from "#lib/i18n/messages";
import { createPerson } from "#lib/services/people/create-person";
import { choose, expectSound, press, sees, signIn, write } from "#test/e2e/desk-browser";
import { type FakeXApi, startFakeXApi } from "#test/setup/fake-x-api";
import { openBrowser, openPage } from "#test/setup/reader-browser";
import { type RunningArchive, startArchive } from "#test/setup/running-archive";

const PASSWORD = "some words in a row";
const EDITOR = { email: "editor@newsroom.example", name: "Nur Editor", password: PASSWORD };
const ADMIN = { email: "admin@newsroom.example", name: "Sami Admin", password: PASSWORD };
const { platforms, submit } = messages("en");

let api: FakeXApi;
let archive: RunningArchive;
let browser: RunningBrowser;
let origin: string;

const openSomebody = async (): Promise<Page> => {
  const page = await openPage(await browser.browser.createBrowserContext());
  await page.setViewport({ width: 1440, height: 900 });
  return page;
};

beforeAll(async () => {
  api = await startFakeXApi();
  setEnv({ X_API_ORIGIN: api.origin });
  archive = await startArchive();
  origin = archive.system.origin;
  await createPerson({ ...EDITOR, role: "editor" });
  await createPerson({ ...ADMIN, role: "admin" });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await archive?.stop();
  await api?.stop();
});

/** The newest capture made this way, as soon as there is one. */
async function captureBy(way: "browser" | "session" | "api"): Promise<string> {
  const find = () => db().capture.findFirst({ where: { way }, orderBy: { finishedAt: "desc" }, select: { id: true } });
  await expect.poll(find, { timeout: 60_000 }).not.toBeNull();
  return (await find())?.id ?? "";
}

/** A page of its own: what was cut off by leaving another one counts there as open for ever, and no calm comes. */
async function lookAt(who: Page, path: string): Promise<void> {
  const page = await openPage(who.browserContext());
  await page.goto(`${origin}${path}`);
  await expectSound(page);
  await page.close();
  await who.bringToFront();
}

async function submitLine(page: Page, line: string): Promise<void> {
  await page.goto(`${origin}/en/desk/submit`);
  await write(page, submit.lines, line);
  await page.waitForSelector('input[value="browser"]');
}

test("from the wall to the posts behind it: by the newsroom's session, and by X's interface after the cost was agreed to", async () => {
  const editor = await openSomebody();
  await signIn(editor, origin, "en", EDITOR);
  await submitLine(editor, `#${MEMBERS_TAG}`);
  await sees(editor, platforms.ways.closed.session);
  await press(editor, "button", submit.send(1));
  const wall = await captureBy("browser");
  await editor.goto(`${origin}/en/desk/captures/${wall}`);
  await sees(editor, platforms.walled.title);
  await lookAt(editor, `/ar/desk/captures/${wall}`);

  const admin = await openSomebody();
  await signIn(admin, origin, "en", ADMIN);
  const words = platforms.settings;
  await admin.goto(`${origin}/en/desk/settings/platforms`);
  await choose(admin, words.kind, words.kinds.session_cookies);
  await choose(admin, words.platform, messages("en").evidence.platform.demo_square);
  await write(admin, words.label, "Desk member");
  await write(admin, words.cookies, `${DEMO_SESSION_COOKIE}=${encodeURIComponent(DEMO_SESSION_VALUE)}`);
  await press(admin, "checkbox", words.understood);
  await press(admin, "button", words.save);
  await sees(admin, words.saved);
  await choose(admin, words.kind, words.kinds.bearer_token);
  await write(admin, words.label, "Desk account");
  await write(admin, words.token, api.token);
  await press(admin, "button", words.save);
  await sees(admin, "…1234");
  await lookAt(admin, "/ar/desk/settings/platforms");
  expect(await admin.content()).not.toContain(api.token.slice(0, 24));

  await editor.goto(`${origin}/en/desk/captures/${wall}`);
  await press(editor, "button", platforms.walled.send);
  const behind = await captureBy("session");
  await editor.goto(`${origin}/en/desk/captures/${behind}`);
  await sees(editor, platforms.notice.session.title);
  expect(await db().observation.count({ where: { captureId: behind } })).toBe(MEMBERS_POSTS.length);

  await submitLine(editor, "https://x.com/hashtag/harbour");
  await editor.click('input[value="api"]');
  await press(editor, "button", submit.send(1));
  await sees(editor, platforms.ways.agreeFirst);
  expect(api.calls.filter(({ path }) => path.includes("search"))).toEqual([]);
  await press(editor, "checkbox", platforms.ways.agree(0.5));
  await press(editor, "button", submit.send(1));
  const found = await captureBy("api");
  await editor.goto(`${origin}/en/desk/captures/${found}`);
  await sees(editor, platforms.notice.api.title);
  await lookAt(editor, `/ar/desk/captures/${found}`);
});
