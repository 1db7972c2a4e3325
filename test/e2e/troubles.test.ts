import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { db } from "#lib/data/client";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { createPerson } from "#lib/services/people/create-person";
import { buildCase, buildCaseInReview } from "#test/builders/case";
import { choose, expectAllSound, expectSound, find, press, sees, signIn, write } from "#test/e2e/desk-browser";
import { openBrowser, openPage } from "#test/setup/reader-browser";
import { type RunningArchive, startArchive } from "#test/setup/running-archive";

const PASSWORD = "some words in a row";
const EDITOR = { email: "editor@newsroom.example", name: "Nur Editor", password: PASSWORD };
const ADMIN = { email: "admin@newsroom.example", name: "Sami Admin", password: PASSWORD };
const { cases, errors, frame, people, submit } = messages("en");

let archive: RunningArchive;
let browser: RunningBrowser;
let editor: Actor;
let origin: string;

const openSomebody = async (): Promise<Page> => {
  const page = await openPage(await browser.browser.createBrowserContext());
  await page.setViewport({ width: 1440, height: 900 });
  return page;
};
const arrive = (page: Page, path: string) =>
  page.waitForFunction((wanted) => location.pathname === wanted, { timeout: 30_000 }, path);
/** What an open question is answered with. */
const answer = async (page: Page, name: string) => {
  const question = await page.waitForSelector("[role=alertdialog]");
  if (!question) throw new Error("Nothing was asked");
  return find(question, "button", name);
};

beforeAll(async () => {
  archive = await startArchive();
  origin = archive.system.origin;
  editor = await createPerson({ ...EDITOR, role: "editor" });
  await createPerson({ ...ADMIN, role: "admin" });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await archive?.stop();
});

describe("when things go otherwise", () => {
  test("a link invites somebody once, into Arabic too", async () => {
    const admin = await openSomebody();
    await signIn(admin, origin, "en", ADMIN);
    await admin.goto(`${origin}/en/desk/settings/people`);
    await write(admin, people.manage.invite.email, "new@newsroom.example");
    await choose(admin, people.manage.invite.role, messages("en").common.role.publisher);
    await press(admin, "button", people.manage.invite.submit);
    await sees(admin, people.manage.invite.onlyNow);
    await expectSound(admin);
    const link = await admin.$eval("output", (output) => output.textContent ?? "");
    const inArabic = link.replace("/en/", "/ar/");

    const words = messages("ar").people;
    const invited = await openSomebody();
    await invited.goto(inArabic);
    await expectSound(invited);
    await write(invited, words.invitation.name, "نور الجديد");
    await write(invited, words.invitation.password, "short");
    await press(invited, "button", words.invitation.submit);
    await sees(invited, words.fieldProblem.too_short);
    await write(invited, words.invitation.password, PASSWORD);
    await press(invited, "button", words.invitation.submit);
    await arrive(invited, "/ar/desk");
    await sees(invited, "نور الجديد");

    const late = await openSomebody();
    await late.goto(inArabic);
    await sees(late, words.invitation.voidTitle);
    await expectSound(late);
  });

  test("a session that ends in the middle of writing loses no word", async () => {
    const { caseId } = await buildCase(editor);
    const [page, other] = [await openSomebody(), await openSomebody()];
    await signIn(page, origin, "en", EDITOR);
    await page.goto(`${origin}/en/desk/submit`);
    await write(page, submit.lines, "#عدادات_سراب");
    await sees(page, submit.recognisedCount(1, 0, 0));

    await signIn(other, origin, "en", EDITOR);
    await other.goto(`${origin}/en/desk/settings`);
    await press(other, "button", people.settings.sessions.end);
    await (await answer(other, people.settings.sessions.end)).click();
    await arrive(other, "/en/sign-in");

    await press(page, "button", submit.send(1));
    await sees(page, errors.not_signed_in);
    await signIn(page, origin, "en", EDITOR);
    await page.goto(`${origin}/en/desk/submit`);
    await sees(page, submit.recognisedCount(1, 0, 0));

    await page.goto(`${origin}/en/desk/cases/${caseId}`);
    await find(page, "textbox", cases.story.label.en);
    await db().user.update({ where: { id: editor.id }, data: { sessionVersion: { increment: 1 } } });
    await write(page, `${cases.fields.howWeKnow} · ${cases.inLanguage.en}`, "Typed after the session had ended.");
    await sees(page, cases.editor.tryAgain);
    await expectSound(page);
    page.on("dialog", (dialog) => void dialog.accept());
    await signIn(page, origin, "en", EDITOR);
    await page.goto(`${origin}/en/desk/cases/${caseId}`);
    await press(page, "button", cases.editor.localTake);
    const saved = () => db().caseFile.findUniqueOrThrow({ where: { id: caseId } });
    await expect.poll(async () => JSON.stringify(await saved()), { timeout: 10_000 }).toContain("after the session");
  });

  test("a network that goes and comes back is told, and the words are saved", async () => {
    const { caseId } = await buildCase(editor);
    const page = await openSomebody();
    await signIn(page, origin, "en", EDITOR);
    await page.goto(`${origin}/en/desk/cases/${caseId}`);
    await find(page, "textbox", cases.story.label.en);
    await page.setOfflineMode(true);
    await write(page, `${cases.fields.notEstablished} · ${cases.inLanguage.ar}`, "كُتبت بلا شبكة");
    await sees(page, cases.editor.offline);
    await page.setOfflineMode(false);
    await press(page, "button", cases.editor.tryAgain);
    const saved = () => db().caseFile.findUniqueOrThrow({ where: { id: caseId } });
    await expect.poll(async () => JSON.stringify(await saved()), { timeout: 10_000 }).toContain("كُتبت بلا شبكة");
  });

  test("a form that cannot be sent stays as it is", async () => {
    const page = await openSomebody();
    await page.goto(`${origin}/en/sign-in`);
    await write(page, people.signIn.email, EDITOR.email);
    await write(page, people.signIn.password, PASSWORD);
    await page.setOfflineMode(true);
    await press(page, "button", people.signIn.submit);
    await sees(page, errors.not_reached);
    await page.setOfflineMode(false);
    await write(page, people.signIn.password, PASSWORD);
    await press(page, "button", people.signIn.submit);
    await arrive(page, "/en/desk");
  });

  test("a double click publishes once and without a word of trouble", async () => {
    const { caseId } = await buildCaseInReview(editor);
    const page = await openSomebody();
    await signIn(page, origin, "en", ADMIN);
    await page.goto(`${origin}/en/desk/cases/${caseId}`);
    await press(page, "button", cases.review.publish);
    await (await answer(page, cases.review.publish)).click({ count: 2 });
    await sees(page, cases.review.published(1));
    await sees(page, cases.status.published);
    expect(await db().caseRevision.count({ where: { caseFileId: caseId } })).toBe(1);
    for (const trouble of [cases.review.moved, errors.frozen, errors.conflict]) {
      expect(await page.$(`text/${trouble}`)).toBeNull();
    }
  });

  test("the desk is walked by keyboard alone", async () => {
    const page = await openSomebody();
    await page.goto(`${origin}/en/sign-in`);
    await (await find(page, "textbox", people.signIn.email)).focus();
    await page.keyboard.type(EDITOR.email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await arrive(page, "/en/desk");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(messages("en").common.nav.skip);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await page.keyboard.type("?");
    await sees(page, frame.keysLead);
    await expectSound(page);
    await page.keyboard.press("Escape");
    await page.keyboard.down("Control");
    await page.keyboard.press("k");
    await page.keyboard.up("Control");
    await page.waitForSelector(`[placeholder="${frame.palettePlaceholder}"]`);
    await page.keyboard.type(messages("en").common.nav.captures);
    await page.keyboard.press("Enter");
    await arrive(page, "/en/desk/captures");
    await expectSound(page);
  });

  test("dark pages are sound, in both languages", async () => {
    const page = await openSomebody();
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await signIn(page, origin, "en", ADMIN);
    const { id, slug } = await db().caseFile.findFirstOrThrow({ where: { status: "published" } });
    const paths = [
      "/en",
      `/ar/cases/${slug}`,
      "/ar/desk",
      "/en/desk/submit",
      `/ar/desk/cases/${id}`,
      "/en/desk/search",
    ];
    await expectAllSound(page, origin, [...paths, "/en/desk/settings/people", "/en/desk/cases"]);
  });
});
