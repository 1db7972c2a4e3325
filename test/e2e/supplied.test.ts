import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { messages } from "#lib/i18n/messages";
import { createPerson } from "#lib/services/people/create-person";
import { expectAllSound, expectSound, press, sees, signIn, write } from "#test/e2e/desk-browser";
import { openBrowser, openPage } from "#test/setup/reader-browser";
import { type RunningArchive, startArchive } from "#test/setup/running-archive";

const EDITOR = { email: "editor@newsroom.example", name: "Nur Editor", password: "some words in a row" };
const words = messages("en").supplied;

let archive: RunningArchive;
let browser: RunningBrowser;

beforeAll(async () => {
  archive = await startArchive();
  await createPerson({ ...EDITOR, role: "editor" });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await archive?.stop();
});

test("files are supplied in the browser, refused ones say why, and pages of others open only on the evidence origin", async () => {
  const page = await openPage(browser.browser);
  const { origin } = archive.system;
  await signIn(page, origin, "en", EDITOR);
  await page.goto(`${origin}/en/desk/supplied`);
  await sees(page, words.empty);

  const dom = await page.createCDPSession();
  // The desk itself, as a browser saves it.
  const { data } = await dom.send("Page.captureSnapshot", { format: "mhtml" });
  const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: "#a33" } })
    .png()
    .toBuffer();
  const files = { "page.mhtml": data, "لقطة.png": picture, "notes.txt": "not evidence of a kind" };
  const chooser = await page.waitForSelector("input[type=file]");
  // Not from the disk: the browser may run as somebody who cannot read this process's files.
  await chooser?.evaluate(
    (input, given) => {
      const transfer = new DataTransfer();
      for (const [name, base64] of given) {
        transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
      }
      (input as HTMLInputElement).files = transfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")] as const),
  );
  await write(page, words.form.origin, "قارئ عبر البريد");
  await press(page, "button", words.form.send(3));
  await sees(page, messages("en").errors.file_not_accepted);
  await sees(page, words.found(2));
  await expectSound(page);

  const links = await page.$$eval("form li a", (found) => found.map((link) => link.getAttribute("href") ?? ""));
  expect(links).toHaveLength(2);
  await expectAllSound(page, origin, [
    ...links,
    ...links.map((link) => link.replace("/en/", "/ar/")),
    "/ar/desk/supplied",
  ]);

  const id = links[0]?.split("/").at(-1);
  const opened = await page.goto(`${origin}/api/supplied/${id}`);
  expect(new URL(page.url()).hostname).toMatch(/^evidence\./);
  expect(opened?.headers()["content-security-policy"]).toContain("sandbox");
  expect(await page.$eval("h1", (heading) => heading.textContent)).toBe(words.title);
  expect(await page.$("script")).toBeNull();
});
