import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { db } from "#lib/data/client";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { createCase } from "#lib/services/cases/create-case";
import { createPerson } from "#lib/services/people/create-person";
import { buildPost } from "#test/builders/post";
import { expectAllSound, expectSound, press, sees, signIn, write } from "#test/e2e/desk-browser";
import { openBrowser, openPage } from "#test/setup/reader-browser";
import { type RunningArchive, startArchive } from "#test/setup/running-archive";

const EDITOR = { email: "editor@newsroom.example", name: "Nur Editor", password: "some words in a row" };
const SENTENCE = "مجلس بلدة النخيل يرفع أجرة موقف السوق إلى 45 درهمًا بلا إعلان، والناس آخر من يعلم";
const CASE = "The fee of the market square";
const { captures, copies, phrasings } = messages("en");

let archive: RunningArchive;
let browser: RunningBrowser;
let page: Page;
let origin: string;
let captureId = "";

const pathOf = () => new URL(page.url()).pathname;
const paste = async (text: string) => {
  await page.goto(`${origin}/en/desk/copies`);
  await write(page, copies.box, text);
  await press(page, "button", copies.submit);
};

beforeAll(async () => {
  archive = await startArchive();
  origin = archive.system.origin;
  await createPerson({ ...EDITOR, role: "editor" });
  const row = await db().user.findFirstOrThrow({ where: { email: EDITOR.email } });
  const actor: Actor = { id: row.id, name: row.name, role: "editor" };
  await createCase(actor, { title: { en: CASE, ar: "أجرة موقف السوق" } });
  for (const [i, text] of [SENTENCE, `${SENTENCE} 💧`, SENTENCE.replace("45", "54")].entries()) {
    const postedAt = `2018-07-03T18:0${i}:00Z`;
    const built = await buildPost(actor, { handle: `nakhil_${i}`, text: `${text} #موقف_السوق`, postedAt });
    captureId ||= built.captureId;
  }
  browser = await openBrowser();
  page = await openPage(browser.browser);
  await signIn(page, origin, "en", EDITOR);
});

afterAll(async () => {
  await browser?.close();
  await archive?.stop();
});

describe("finding copies", () => {
  test("a pasted sentence finds who said it, word for word and nearly, and says what differs", async () => {
    // The worker puts every wording into its phrasing and counts it, a moment after it came.
    await expect.poll(() => db().phrasing.count({ where: { postCount: 3 } }), { timeout: 20_000 }).toBe(1);
    await page.goto(`${origin}/en/desk/copies`);
    await expectSound(page);
    await paste(`${SENTENCE} #موقف_السوق`);
    await sees(page, copies.closeness.exact);
    expect(new URL(page.url()).searchParams.get("text")).toContain(SENTENCE);
    await sees(page, copies.exactly(copies.posts(2), copies.accounts(2)));
    await sees(page, "@nakhil_2");
    const changed = await page.$$eval("main :is(ins, del)", (all) =>
      all.map((one) => [one.localName, one.textContent]),
    );
    expect(changed).toEqual([
      ["del", "45"],
      ["ins", "54"],
    ]);
    await sees(page, copies.loud);
    await expectSound(page);
  });

  test("an editor says that it is not the same, and takes it back", async () => {
    await press(page, "button", copies.decide.notTheSame);
    await sees(page, copies.decide.doneNotTheSame);
    await sees(page, copies.decide.said.not_the_same);
    await sees(page, copies.closeness.family);
    await expectSound(page);
    await press(page, "button", copies.decide.undo);
    await sees(page, copies.decide.withdrawn);
    await page.waitForFunction(
      (words) => !document.querySelector("main")?.textContent?.includes(words),
      {},
      copies.decide.said.not_the_same,
    );
  });

  test("puts a wording into a case file", async () => {
    await page.reload({ waitUntil: "networkidle0" });
    await press(page, "button", captures.detail.addToCase);
    await press(page, "button", captures.detail.addSend);
    await sees(page, captures.detail.addDone);
    expect(await db().exhibit.count({ where: { kind: "wording" } })).toBe(1);
  });

  test("nothing in the box is said to be nothing", async () => {
    await page.goto(`${origin}/en/desk/copies`, { waitUntil: "networkidle2" });
    await press(page, "button", copies.submit);
    await sees(page, copies.nothingPasted);
  });

  test("a text longer than an address holds is compared all the same; a much longer one is refused with a sentence", async () => {
    const around = "وقد قرأت هذا الكلام في كل مكان اليوم ولم أجد له مصدرًا واحدًا يمكن أن أثق به. ";
    await paste(`${around.repeat(60)}${SENTENCE}. ${around}`);
    await sees(page, copies.closeness.contained);
    expect(new URL(page.url()).search).toBe("");
    await expectSound(page);
    await page.goto(`${origin}/en/desk/copies`);
    await page.$eval(
      "textarea",
      (box, text) => {
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(box, text);
        box.dispatchEvent(new Event("input", { bubbles: true }));
      },
      "x ".repeat(50_001),
    );
    await press(page, "button", copies.submit);
    await sees(page, copies.tooLong);
  });

  test.each([
    ["one emoji", "👩‍👩‍👧", copies.comparedBy.nothing],
    ["only a link", "https://example.org/a", copies.comparedBy.nothing],
    ["nothing like it", "Seven palms and a single shadow, as the poets of the coast used to say", copies.nothingNear],
    ["look-alikes", "The bridgе is clоsed for a year and nobody was ever told about any of it", copies.disguised],
  ])("%s: a sentence, no crash", async (_, text, sentence) => {
    await paste(text);
    await sees(page, sentence);
  });
});

describe("phrasings", () => {
  test("are listed, opened, and reached from a post and from the old address of a wording", async () => {
    await page.goto(`${origin}/en/desk/phrasings`);
    await sees(page, copies.posts(3));
    await expectSound(page);
    await page.click("main ol a");
    await page.waitForFunction(() => /\/phrasings\/[0-9a-f-]+$/.test(location.pathname));
    await sees(page, phrasings.wordings);
    await sees(page, phrasings.withdrawnBy);
    const phrasing = pathOf();
    await expectSound(page);

    await page.goto(`${origin}/en/desk/captures/${captureId}`);
    await sees(page, copies.panel.near);
    await expectSound(page);
    const wording = await page.$eval('main a[href*="/desk/wordings/"]', (link) => (link as HTMLAnchorElement).href);
    await page.goto(wording);
    expect(pathOf()).toBe(phrasing);

    const arabic = phrasing.replace("/en/", "/ar/");
    const text = new URLSearchParams({ text: `${SENTENCE} #موقف_السوق` });
    await expectAllSound(page, origin, [
      arabic,
      "/ar/desk/phrasings?posts=1",
      "/ar/desk/copies",
      `/ar/desk/copies?${text}`,
    ]);
    expect(await page.$eval("html", ({ dir }) => dir)).toBe("rtl");
    await sees(page, messages("ar").copies.loud);
  });
});
