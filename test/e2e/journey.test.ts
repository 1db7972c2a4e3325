import { createHash } from "node:crypto";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { demoPost } from "#lib/demo/posts";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { createPerson } from "#lib/services/people/create-person";
import { choose, expectAllSound, expectSound, find, press, sees, signIn, write } from "#test/e2e/desk-browser";
import { openBrowser, openPage, rests } from "#test/setup/reader-browser";
import { type RunningArchive, startArchive } from "#test/setup/running-archive";

const CAPTURES_MS = 120_000;
const QUERY = "رسوم العدّادات";
const TITLE = { en: "One sentence about water meters", ar: "جملة واحدة عن عدادات الماء" };
const STANDFIRST = { en: "The same words came from many accounts.", ar: "الكلمات نفسها جاءت من حسابات كثيرة." };
const STORY = { en: "At two minutes past six the sentence appeared.", ar: "عند السادسة ودقيقتين ظهرت الجملة." };
const STATEMENT = { en: "The fee for water meters was raised.", ar: "رُفع رسم عدادات الماء." };
const SLUG = "water-meters-sentence";
const AUTHOR = { email: "author@newsroom.example", name: "Layla Author", password: "four words in a row" };
const SECOND = { email: "second@newsroom.example", name: "سامي الثاني", password: "another four words here" };

const post = demoPost(({ handle }) => handle === "sarab_watch");
const gone = demoPost(({ state }) => state === "deleted");
const { captures, cases, checks, common, evidence, home, lines, phrasings, search, submit, time } = messages("en");

let archive: RunningArchive;
let browser: RunningBrowser;
let author: Page;
let origin: string;
/** Addresses found on the way, without their locale. */
const found = { submission: "", capture: "", timeline: "", wording: "", caseFile: "" };

const pathOf = (page: Page) => new URL(page.url()).pathname.replace(/^\/(en|ar)/, "");
const openSomebody = async (): Promise<Page> => {
  const page = await openPage(await browser.browser.createBrowserContext());
  await page.setViewport({ width: 1440, height: 900 });
  return page;
};
const arrive = (page: Page, path: RegExp) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(location.pathname) && document.readyState === "complete",
    { timeout: 30_000 },
    path.source,
  );

beforeAll(async () => {
  archive = await startArchive();
  origin = archive.system.origin;
  await createPerson({ ...AUTHOR, role: "publisher" });
  await createPerson({ ...SECOND, role: "admin", locale: "ar" });
  browser = await openBrowser();
  author = await openSomebody();
});

afterAll(async () => {
  await browser?.close();
  await archive?.stop();
});

describe("from a pasted link to a public page", () => {
  test("signs in, submits mixed lines, and sees why one is not taken", async () => {
    await author.goto(`${origin}/en/desk/submit`);
    await arrive(author, /^\/en\/sign-in$/);
    await expectSound(author);
    await signIn(author, origin, "en", AUTHOR);
    await sees(author, home.emptyTitle);
    await expectSound(author);
    await press(author, "link", home.emptyAction);
    await arrive(author, /^\/en\/desk\/submit$/);
    const pasted = [
      `${archive.site.origin}/p/${post.id}?utm_source=share`,
      `${archive.site.origin}/tag/${encodeURIComponent("عدادات_سراب")}`,
      "file:///etc/passwd",
      `${archive.site.origin}/p/${gone.id}`,
    ];
    await write(author, submit.lines, pasted.join("\n"));
    await sees(author, submit.recognisedCount(3, 0, 1));
    await sees(author, lines.problem.scheme_refused);
    await expectSound(author);
    await press(author, "button", submit.send(4));
    await arrive(author, /^\/en\/desk\/submissions\//);
    found.submission = pathOf(author);
  });

  test("watches them until they are captured, with honest outcomes, and the worker may die meanwhile", async () => {
    const pid = archive.system.workerPid();
    if (pid === undefined) throw new Error("There is no worker");
    process.kill(pid, "SIGKILL");
    await sees(author, submit.progress.finished, CAPTURES_MS);
    await sees(author, submit.progress.summary(2, 1, 0, 1));
    await sees(author, common.outcome.deleted);
    expect(archive.system.workerPid()).not.toBe(pid);
    await expectSound(author);
    await press(author, "link", submit.seeCapture);
    await arrive(author, /^\/en\/desk\/captures\//);
    found.capture = pathOf(author);
    await press(author, "button", captures.detail.check);
    await sees(author, checks.limit);
    await expectSound(author);
    await press(author, "link", time.open);
    await arrive(author, /^\/en\/desk\/sources\//);
    await sees(author, time.looks);
    found.timeline = pathOf(author);
  });

  test("finds it by other spelling in Arabic, and the same wording in other mouths", async () => {
    // The worker brings captures to the index a moment after they are stored.
    await expect
      .poll(
        async () => {
          await author.goto(`${origin}/en/desk/search?${new URLSearchParams({ q: QUERY })}`);
          return author.$$eval("mark", (marks) => marks.length);
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(5);
    await expectSound(author);
    const copies = await author.$$eval('main a[href*="/desk/phrasings/"]', (links) => links.map((link) => link.href));
    expect(copies.length).toBeGreaterThan(3);
    await author.goto(copies[0] ?? "");
    await arrive(author, /^\/en\/desk\/phrasings\//);
    await sees(author, phrasings.wordings);
    await sees(author, "@bayt_alma");
    await expectSound(author);
    found.wording = pathOf(author);
  });

  test("writes a case file in both languages with a claim, its verdict and exhibits", async () => {
    await author.goto(`${origin}/en/desk/cases/new`);
    await expectSound(author);
    await write(author, cases.create.titleEn, TITLE.en);
    await write(author, cases.create.titleAr, TITLE.ar);
    await write(author, cases.create.slug, SLUG);
    await press(author, "button", cases.create.submit);
    await arrive(author, /^\/en\/desk\/cases\/(?!new)/);
    found.caseFile = pathOf(author);

    const inBoth = async (label: string, words: Record<Locale, string>) => {
      for (const locale of ["en", "ar"] as const) {
        await write(author, `${label} · ${cases.inLanguage[locale]}`, words[locale]);
      }
    };
    await write(author, cases.story.label.en, STORY.en);
    await write(author, cases.story.label.ar, STORY.ar);
    await inBoth(cases.fields.standfirst, STANDFIRST);
    await press(author, "button", cases.claims.add);
    await inBoth(cases.claims.statement, STATEMENT);
    await inBoth(cases.claims.claimant, { en: "@sarab_watch", ar: "@sarab_watch" });
    await inBoth(cases.claims.reasons, { en: "Three bills show no change.", ar: "ثلاث فواتير لا تُظهر أي تغيّر." });
    await choose(author, cases.claims.verdict, evidence.verdict.false);

    await press(author, "button", cases.exhibits.add);
    await write(author, cases.exhibits.finder, "sarab_watch", "searchbox");
    await press(author, "button", cases.exhibits.find);
    await press(author, "button", cases.exhibits.addCapture);
    await sees(author, cases.exhibits.exhibit(1));
    await press(author, "button", cases.exhibits.addWording);
    await sees(author, cases.exhibits.exhibit(2));
    const name = await author.$$eval(
      "option",
      (options) => options.find(({ text }) => /^Exhibit 1 ·/.test(text))?.text,
    );
    await choose(author, cases.claims.citationExhibit, name ?? "");
    await sees(author, cases.review.complete);
    await expectSound(author);
  });

  test("the one who wrote it cannot publish it", async () => {
    await press(author, "button", cases.review.submit);
    await sees(author, cases.review.obstacle.last_author);
    const button = await find(author, "button", cases.review.publish);
    expect(await button.evaluate((node) => node.matches(":disabled, [aria-disabled=true]"))).toBe(true);
    await expectSound(author);
    expect((await fetch(`${origin}/en/cases/${SLUG}`)).status).toBe(404);
  });

  test("a second person reads it in Arabic and publishes it", async () => {
    const words = messages("ar");
    const second = await openSomebody();
    await signIn(second, origin, "ar", SECOND);
    await expectSound(second);
    await press(second, "link", TITLE.ar);
    await arrive(second, /^\/ar\/desk\/cases\//);
    await press(second, "button", words.cases.review.publish);
    const question = await second.waitForSelector("[role=alertdialog]");
    if (!question) throw new Error("Nothing was asked");
    await press(question, "button", words.cases.review.publish);
    await sees(second, words.cases.review.published(1));
    await sees(second, words.cases.status.published);
    await expectSound(second);

    const desk = ["/desk", "/desk/submit", "/desk/captures", "/desk/changes", "/desk/cases", "/desk/settings"];
    const seen = [
      ...desk,
      "/desk/settings/people",
      "/desk/settings/proof",
      found.submission,
      found.capture,
      found.timeline,
      found.wording,
      found.caseFile,
      `${found.caseFile}/preview`,
    ];
    await expectAllSound(second, origin, [
      ...seen.map((path) => `/ar${path}`),
      `/ar/desk/search?${new URLSearchParams({ q: QUERY })}`,
    ]);
  });

  test("the author's desk is sound in English, full and with nothing found", async () => {
    const desk = [
      "/desk",
      "/desk/captures",
      found.timeline,
      "/desk/cases",
      "/desk/settings",
      `${found.caseFile}/preview`,
    ];
    await expectAllSound(
      author,
      origin,
      [...desk, "/desk/search?q=zzzz"].map((path) => `/en${path}`),
    );
    await sees(author, search.none);
  });

  test.each(["en", "ar"] as const)("a reader without JavaScript reads it with its pictures: %s", async (locale) => {
    const page = await openSomebody();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${origin}/${locale}`, { waitUntil: "networkidle0" });
    await page.click(`a[href$="/cases/${SLUG}"]`);
    await page.waitForSelector("article, main h1");
    await rests(page);
    expect(new URL(page.url()).pathname).toBe(`/${locale}/cases/${SLUG}`);
    const words = messages(locale);
    for (const text of [TITLE, STANDFIRST, STORY, STATEMENT]) expect(await page.$(`text/${text[locale]}`)).toBeTruthy();
    for (const text of [words.evidence.verdict.false, words.reader.case.exhibits]) {
      expect(await page.$(`text/${text}`), text).toBeTruthy();
    }
    const shown = await page.evaluate(() => ({
      dir: document.documentElement.dir,
      text: document.querySelector("main")?.textContent ?? "",
      pictures: [...document.images].map(({ complete, naturalWidth }) => complete && naturalWidth > 100),
      revision: document.querySelector<HTMLAnchorElement>('a[href*="/api/cases/"]')?.href,
    }));
    expect(shown.dir).toBe(locale === "ar" ? "rtl" : "ltr");
    expect(shown.pictures.length).toBeGreaterThan(1);
    expect(shown.pictures).not.toContain(false);
    // The file that the page links to is the one whose hash the page shows.
    const bytes = new Uint8Array(await (await fetch(shown.revision ?? "")).arrayBuffer());
    expect(shown.text.replaceAll(/\s/g, "")).toContain(createHash("sha256").update(bytes).digest("hex"));
  });

  test.each(["en", "ar"] as const)("the public pages are sound on a phone and a desktop: %s", async (locale) => {
    const page = await openSomebody();
    const paths = ["", "/about", "/keys", `/cases/${SLUG}`, `/cases/${SLUG}/r/1`].map((path) => `/${locale}${path}`);
    await expectAllSound(page, origin, paths);
  });
});
