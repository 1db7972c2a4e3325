import type { Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { DEMO_POSTS } from "#lib/demo/posts";
import { setEnv } from "#lib/env";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { createPerson } from "#lib/services/people/create-person";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { captureRequest, captureWebPage } from "#test/capture/run-request";
import { signIn } from "#test/e2e/desk-browser";
import { type PhoningSite, startPhoningSite } from "#test/fixtures/phoning-site";
import { findAxeViolations, openBrowser, openPage, scrollsSideways } from "#test/setup/reader-browser";
import { type RunningArchive, startArchive } from "#test/setup/running-archive";

const PASSWORD = "four words in a row";
const EDITOR = {
  en: { email: "rana@newsroom.example", name: "Rana Editor", password: PASSWORD },
  ar: { email: "salma@newsroom.example", name: "سلمى المحررة", password: PASSWORD },
};

let archive: RunningArchive;
let phoning: PhoningSite;
let browser: RunningBrowser;
let origin: string;
let evidence: string;
let post: { captureId: string; text: string };
let hostileId: string;

beforeAll(async () => {
  archive = await startArchive();
  phoning = await startPhoningSite();
  origin = archive.system.origin;
  const host = new URL(archive.site.origin).host;
  evidence = `http://evidence.localhost:${new URL(origin).port}`;
  setEnv({ CAPTURE_ALLOW_HOSTS: `${host},${phoning.host}`, DEMO_SITE_ORIGIN: archive.site.origin });
  setEnv({ CAPTURE_TIMEOUT_MS: "20000" });
  await createPerson({ ...EDITOR.en, role: "editor" });
  await createPerson({ ...EDITOR.ar, role: "editor", locale: "ar" });
  const shown = DEMO_POSTS.find((one) => one.state === "live" && one.lang === "ar" && one.isScripted);
  const url = `${archive.site.origin}/p/${shown?.id}`;
  const request = await buildCaptureRequest({ kind: "post", platformId: shown?.id ?? "", url, state: "queued" });
  const taken = await captureRequest(request);
  post = { captureId: taken.capture?.id ?? "", text: shown?.text ?? "" };
  hostileId = (await captureWebPage(`${phoning.origin}/`)).capture?.id ?? "";
  // From here on nothing of what was captured can be asked for any more.
  await archive.site.stop();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await phoning?.stop();
  await archive?.system.stop();
});

async function openDesk(locale: Locale, captureId: string): Promise<{ page: Page; asked: Set<string> }> {
  const page = await openPage(await browser.browser.createBrowserContext());
  await page.setViewport({ width: 1440, height: 900 });
  const asked = new Set<string>();
  page.on("request", (request) => void (request.url().startsWith("http") && asked.add(new URL(request.url()).host)));
  await signIn(page, origin, locale, EDITOR[locale]);
  await page.goto(`${origin}/${locale}/desk/captures/${captureId}`);
  return { page, asked };
}

const archived = (page: Page): Frame | undefined => page.frames().find((frame) => /\/w\/[^?#]*mp_\//.test(frame.url()));

async function openReplay(page: Page, locale: Locale): Promise<void> {
  const summary = await page.waitForSelector("details[name=replay] > summary", { visible: true });
  expect(await summary?.evaluate((node) => node.textContent)).toBe(messages(locale).replay.open);
  await summary?.evaluate((node) => node.scrollIntoView({ block: "center" }));
  await summary?.click();
}

const squeeze = (text: string) => text.replaceAll(/\s+/g, "");
const archivedText = (page: Page) => async () => {
  const text = await archived(page)
    ?.evaluate(() => document.body.textContent ?? "")
    .catch(() => "");
  return squeeze(text ?? "");
};

describe("a recording on the desk", () => {
  test.each<Locale>(["en", "ar"])(
    "opens on demand in the page (%s) and shows the post; nothing else is asked",
    async (locale) => {
      const { page, asked } = await openDesk(locale, post.captureId);
      expect(page.frames().some((frame) => frame.url().includes("/replay/"))).toBe(false);
      await openReplay(page, locale);
      await expect.poll(archivedText(page), { timeout: 30_000 }).toContain(squeeze(post.text));
      expect([...asked].toSorted()).toEqual([new URL(evidence).host, new URL(origin).host].toSorted());
      expect(await findAxeViolations(page)).toEqual([]);
      await page.setViewport({ width: 390, height: 844 });
      expect(await scrollsSideways(page)).toBe(false);
      await page.close();
    },
  );

  test("its signature and hashes are valid to the viewer", async () => {
    const { page } = await openDesk("en", post.captureId);
    await openReplay(page, "en");
    await expect.poll(archivedText(page), { timeout: 30_000 }).toContain(squeeze(post.text));
    const viewer = page.frames().find((frame) => frame.url().includes("/index.html"));
    const found = await viewer?.evaluate(readVerification);
    expect(found).toContainEqual(expect.objectContaining({ id: "signature", matched: true }));
    const receipt = await viewer?.waitForSelector("pierce/.embed-info-drop");
    const shown = await receipt?.evaluate((node) => node.textContent ?? "");
    expect(squeeze(shown ?? "")).toMatch(/Validation:3hashesverifiedPackageHash:sha256:/);
    await page.close();
  });
});

/** What the viewer wrote down when it checked the file; runs in the viewer's frame. */
async function readVerification(): Promise<{ id: string; matched: boolean | null }[]> {
  const all: { id: string; matched: boolean | null }[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    if (db.objectStoreNames.contains("verification")) {
      const rows = await new Promise<typeof all>((resolve) => {
        const request = db.transaction("verification").objectStore("verification").getAll();
        request.onsuccess = () => resolve(request.result);
      });
      all.push(...rows);
    }
    db.close();
  }
  return all;
}

describe("a hostile recording", () => {
  test("reaches nothing outside its origin, and leads the reader nowhere", async () => {
    const { page } = await openDesk("en", hostileId);
    phoning.visits.length = 0;
    await openReplay(page, "en");
    await expect.poll(archivedText(page), { timeout: 30_000 }).toContain("allhasbeentriedfrom3realms");
    await archived(page)?.evaluate("leave()");
    // Nothing tells when a browser has decided against going somewhere.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(phoning.visits).toEqual([]);
    expect(new URL(page.url()).pathname).toBe(`/en/desk/captures/${hostileId}`);
    expect(await page.browserContext().pages()).toHaveLength(1);
    await page.close();
  });
});
